import { z } from 'zod/v4';
import { Context } from '../Context';
import { Application } from '../contract';
import { keyOf } from '../live/resources/ResourceRef';

const resourcesSchema = z.array(
  z.looseObject({
    group: z.string().default(''),
    version: z.string(),
    kind: z.string(),
    namespace: z.string().optional(),
    name: z.string(),
  }),
);

/** An application with its resources' health, which is kept beside what is stored (inferResourcesStatusHealth). */
export function withResourceHealth(
  { live }: Context,
  application: Application,
): Application {
  const comparison = live?.controller.comparisonOf(application.metadata.name);
  const { resources } = application.status;
  const parsed = resourcesSchema.safeParse(resources);
  if (!comparison || !parsed.success || !Array.isArray(resources)) {
    return application;
  }
  return {
    ...application,
    status: {
      ...application.status,
      resources: parsed.data.map((resource, at) => {
        const health = comparison.resourceHealth.get(keyOf(resource));
        return { ...resources[at], ...(health && { health }) };
      }),
    },
  };
}
