import { z } from 'zod/v4';
import { commitSchema, envelopeSchema, spotSchema } from './envelope';

/** A feature of a view. @public */
export const fieldSchema = z.object({
  name: z.string(),
  /** Feast's ValueType name; absent is not statically known. */
  dtype: z.string().optional(),
  description: z.string().optional(),
});
/** What {@link fieldSchema} accepts. @public */
export type FieldView = z.infer<typeof fieldSchema>;

/**
 * What a commit did to a view's definition. Changes: added, modified, deleted, moved.
 * @public
 */
export const featureChangeSchema = z.object({
  change: z.string(),
  added: z.array(fieldSchema),
  removed: z.array(fieldSchema),
  /** Features whose type changed; an absent side is not statically known. */
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
/** What {@link featureChangeSchema} accepts. @public */
export type FeatureChangeView = z.infer<typeof featureChangeSchema>;

/** A feature view, with what reads it and when it last changed. @public */
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
  /** What that commit did to it. */
  lastChange: featureChangeSchema.optional(),
});
/** What {@link featureViewSchema} accepts. @public */
export type FeatureViewView = z.infer<typeof featureViewSchema>;

/** A feature service, with what it takes of which view. @public */
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

/**
 * A Feast repository: a `feature_store.yaml` and the definitions beside it.
 * @public
 */
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
/** What {@link feastProjectSchema} accepts. @public */
export type FeastProjectView = z.infer<typeof feastProjectSchema>;

/** `GET …/features` @public */
export const featuresResponseSchema = envelopeSchema.extend({
  projects: z.array(feastProjectSchema),
});
/** What {@link featuresResponseSchema} accepts. @public */
export type FeaturesResponse = z.infer<typeof featuresResponseSchema>;

/** One step of a view's history. @public */
export const featureHistoryEntrySchema = featureChangeSchema.extend({
  commit: commitSchema,
});
/** What {@link featureHistoryEntrySchema} accepts. @public */
export type FeatureHistoryEntry = z.infer<typeof featureHistoryEntrySchema>;

/** `GET …/features/history?project=&view=` newest first; project is the folder's path @public */
export const featureHistoryResponseSchema = envelopeSchema.extend({
  project: z.string(),
  view: z.string(),
  versions: z.array(featureHistoryEntrySchema),
});
/** What {@link featureHistoryResponseSchema} accepts. @public */
export type FeatureHistoryResponse = z.infer<
  typeof featureHistoryResponseSchema
>;
