import { z } from 'zod/v4';
import { commitSchema, envelopeSchema, spotSchema } from './envelope';

/** @public */
export const fieldSchema = z.object({
  name: z.string(),
  /** Feast's ValueType name; absent is not statically known. */
  dtype: z.string().optional(),
  description: z.string().optional(),
});
/** @public */
export type FieldView = z.infer<typeof fieldSchema>;

/** @public */
export const featureViewSchema = z.object({
  name: z.string(),
  type: z.string(),
  entities: z.array(z.string()),
  joinKeys: z.array(z.string()),
  features: z.array(fieldSchema),
  /** 0 is none; absent is unknown. */
  ttlSeconds: z.number().optional(),
  online: z.boolean().optional(),
  sources: z.array(z.object({ name: z.string(), type: z.string() })),
  mode: z.string().optional(),
  description: z.string().optional(),
  tags: z.record(z.string(), z.string()),
  owner: z.string().optional(),
  definedIn: spotSchema,
  unresolvedFields: z.array(z.string()),
  /** Names of the services that use it. */
  usedBy: z.array(z.string()),
  /** The commit of the tracked history that last changed its definition; absent while indexing. */
  changedIn: commitSchema.optional(),
});
/** @public */
export type FeatureViewView = z.infer<typeof featureViewSchema>;

/** @public */
export const featureServiceSchema = z.object({
  name: z.string(),
  projections: z.array(
    z.object({
      view: z.string(),
      alias: z.string().optional(),
      features: z.array(z.string()),
    }),
  ),
  description: z.string().optional(),
  definedIn: spotSchema,
  unresolvedFields: z.array(z.string()),
});

/** @public */
export const feastProjectSchema = z.object({
  /** The folder of feature_store.yaml, `''` for the root. */
  path: z.string(),
  name: z.string(),
  provider: z.string().optional(),
  onlineStore: z.string().optional(),
  offlineStore: z.string().optional(),
  registry: z.string().optional(),
  entities: z.array(
    z.object({
      name: z.string(),
      joinKeys: z.array(z.string()),
      valueType: z.string().optional(),
      description: z.string().optional(),
      definedIn: spotSchema,
    }),
  ),
  dataSources: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      location: z.string().optional(),
      timestampField: z.string().optional(),
      description: z.string().optional(),
      definedIn: spotSchema,
    }),
  ),
  featureViews: z.array(featureViewSchema),
  featureServices: z.array(featureServiceSchema),
  unresolved: z.array(spotSchema.extend({ what: z.string() })),
});
/** @public */
export type FeastProjectView = z.infer<typeof feastProjectSchema>;

/** `GET …/features` @public */
export const featuresResponseSchema = envelopeSchema.extend({
  projects: z.array(feastProjectSchema),
});
/** @public */
export type FeaturesResponse = z.infer<typeof featuresResponseSchema>;

/**
 * One step of a view's history. Changes: added, modified, deleted, moved.
 * @public
 */
export const featureHistoryEntrySchema = z.object({
  commit: commitSchema,
  change: z.string(),
  added: z.array(fieldSchema),
  removed: z.array(fieldSchema),
  changed: z.array(
    z.object({
      name: z.string(),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
  /** Other properties that changed: ttlSeconds, entities, sources, online, mode … as short texts. */
  properties: z.array(
    z.object({
      name: z.string(),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
});
/** @public */
export type FeatureHistoryEntry = z.infer<typeof featureHistoryEntrySchema>;

/** `GET …/features/history?project=&view=` newest first; project is the folder's path @public */
export const featureHistoryResponseSchema = envelopeSchema.extend({
  project: z.string(),
  view: z.string(),
  versions: z.array(featureHistoryEntrySchema),
});
/** @public */
export type FeatureHistoryResponse = z.infer<
  typeof featureHistoryResponseSchema
>;
