import { z } from 'zod/v4';

/** A commit as pages show it. Times are ISO 8601 in UTC. @public */
export const commitSchema = z.object({
  oid: z.string(),
  author: z.string(),
  date: z.string(),
  message: z.string(),
  /** The forge's page of the commit, where the forge is known. */
  url: z.string().optional(),
});
/** What {@link commitSchema} accepts. @public */
export type CommitView = z.infer<typeof commitSchema>;

/**
 * What could not be read, where, and what to do. Severities: error, warning.
 * @public
 */
export const problemSchema = z.object({
  code: z.string(),
  severity: z.string(),
  message: z.string(),
  remedy: z.string(),
  path: z.string(),
  line: z.number().optional(),
  column: z.number().optional(),
  /** The forge's page of the file at this revision. */
  url: z.string().optional(),
});
/** What {@link problemSchema} accepts. @public */
export type ProblemView = z.infer<typeof problemSchema>;

/**
 * What a source said. Beside a status other than `ok` the values on the page are
 * the last known ones. Statuses: ok, not-configured, unreachable, forbidden.
 * @public
 */
export const observationSchema = z.object({
  status: z.string(),
  /** Since when this status holds. */
  since: z.string(),
  /** When the shown values were observed. */
  observedAt: z.string().optional(),
  message: z.string().optional(),
});
/** What {@link observationSchema} accepts. @public */
export type ObservationView = z.infer<typeof observationSchema>;

/** How far the index is. Statuses: ready, indexing, waiting, failed. @public */
export const indexSchema = z.object({
  status: z.string(),
  indexedAt: z.string().optional(),
  commits: z.number(),
  commitsTotal: z.number().optional(),
  message: z.string().optional(),
});
/** What {@link indexSchema} accepts. @public */
export type IndexView = z.infer<typeof indexSchema>;

/** Where in the repository something is written. @public */
export const spotSchema = z.object({
  path: z.string(),
  line: z.number(),
  url: z.string().optional(),
});
/** What {@link spotSchema} accepts. @public */
export type SpotView = z.infer<typeof spotSchema>;

/** A content hash, e.g. `{algorithm: 'md5', value: '5d41….dir'}`. @public */
export const hashSchema = z.object({
  algorithm: z.string(),
  value: z.string(),
});
/** What {@link hashSchema} accepts. @public */
export type HashView = z.infer<typeof hashSchema>;

/** What every view begins with. @public */
export const envelopeSchema = z.object({
  schemaVersion: z.literal(1),
  /** The topic of signals about this entity. */
  topic: z.string(),
  repository: z.object({
    url: z.string(),
    webUrl: z.string().optional(),
    /** The folder of the entity, `''` for the root. */
    path: z.string(),
    defaultBranch: z.string().optional(),
  }),
  /** Absent while nothing was read, or for an empty repository. */
  revision: commitSchema.extend({ ref: z.string() }).optional(),
  /** Of the Git repository itself. */
  source: observationSchema,
  index: indexSchema,
  problems: z.array(problemSchema),
});
/** What {@link envelopeSchema} accepts. @public */
export type Envelope = z.infer<typeof envelopeSchema>;
