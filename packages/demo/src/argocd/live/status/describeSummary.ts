import { z } from 'zod/v4';
import { KubernetesObject } from '../../../cluster/KubernetesObject';
import { listImages } from '../resources/listImages';

const ingressSchema = z.looseObject({
  spec: z.looseObject({
    tls: z.array(z.unknown()).optional(),
    rules: z.array(z.looseObject({ host: z.string().optional() })).optional(),
  }),
});

function listUrls(object: KubernetesObject): string[] {
  const parsed = ingressSchema.safeParse(object);
  if (object.kind !== 'Ingress' || !parsed.success) return [];
  const { tls, rules = [] } = parsed.data.spec;
  const scheme = tls?.length ? 'https' : 'http';
  return rules.flatMap(({ host }) => (host ? [`${scheme}://${host}/`] : []));
}

const sortedOnce = (texts: readonly string[]) => [...new Set(texts)].sort();

/** `status.summary`: the images of the pods there are, and the addresses of Ingresses. */
export function describeSummary(objects: readonly KubernetesObject[]): {
  externalURLs?: string[];
  images?: string[];
} {
  const pods = objects.filter(({ kind }) => kind === 'Pod');
  const images = sortedOnce(pods.flatMap(listImages));
  const externalURLs = sortedOnce(objects.flatMap(listUrls));
  return {
    ...(externalURLs.length > 0 && { externalURLs }),
    ...(images.length > 0 && { images }),
  };
}
