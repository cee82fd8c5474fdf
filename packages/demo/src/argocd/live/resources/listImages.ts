import { z } from 'zod/v4';
import { KubernetesObject } from '../../../cluster/KubernetesObject';

const containers = z
  .array(z.looseObject({ image: z.string().optional() }))
  .optional()
  .catch(undefined);

const podSpec = z
  .looseObject({ containers, initContainers: containers })
  .optional()
  .catch(undefined);

const schema = z.looseObject({
  spec: z
    .looseObject({
      containers,
      initContainers: containers,
      template: z.looseObject({ spec: podSpec }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** The images that a pod, or a template of pods, names: each once. */
export function listImages(object: KubernetesObject): string[] {
  const { spec } = schema.parse(object);
  const pod = spec?.template?.spec ?? spec;
  const all = [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])];
  return [...new Set(all.flatMap(({ image }) => (image ? [image] : [])))];
}
