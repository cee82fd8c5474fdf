import { z } from 'zod/v4';
import {
  commitSchema,
  envelopeSchema,
  hashSchema,
  spotSchema,
} from './envelope';

/**
 * Statuses: pushed, missing, no-remote, not-checked, unknown; and what `dvc push`
 * leaves out: imported, not-cached, push-disabled, external.
 * @public
 */
export const pushedSchema = z.object({
  status: z.string(),
  message: z.string().optional(),
  checkedAt: z.string().optional(),
});
/** What {@link pushedSchema} accepts. @public */
export type PushedView = z.infer<typeof pushedSchema>;

/**
 * A data version: a DVC output at the revision, with its history's sum.
 * @public
 */
export const dataOutputSchema = z.object({
  path: z.string(),
  kind: z.string(),
  hash: hashSchema.optional(),
  /** The file that records the hash could not be read: it is unknown, not none. */
  unreadable: z.boolean(),
  /** Bytes. Absent is unknown. */
  size: z.number().optional(),
  files: z.number().optional(),
  declaredIn: spotSchema,
  stage: z.string().optional(),
  remote: z.string().optional(),
  push: z.boolean(),
  cache: z.boolean(),
  role: z.string(),
  description: z.string().optional(),
  imported: z
    .object({
      kind: z.string(),
      url: z.string().optional(),
      rev: z.string().optional(),
      revLock: z.string().optional(),
      path: z.string().optional(),
    })
    .optional(),
  /** The commit of the tracked history that gave it this hash. */
  changedIn: commitSchema.optional(),
  /** How many versions the tracked history has; absent while indexing. */
  versions: z.number().optional(),
  previous: z
    .object({
      hash: hashSchema.optional(),
      size: z.number().optional(),
      files: z.number().optional(),
    })
    .optional(),
  pushed: pushedSchema,
  /** Names of stages that read it. */
  usedBy: z.array(z.string()),
});
/** What {@link dataOutputSchema} accepts. @public */
export type DataOutputView = z.infer<typeof dataOutputSchema>;

/** A DVC remote as `.dvc/config` has it. @public */
export const dataRemoteSchema = z.object({
  name: z.string(),
  url: z.string().optional(),
  default: z.boolean(),
  /** Settings that `auth` takes and Git has not: everybody has to give their own. */
  asksFor: z.array(z.string()),
  declaredIn: spotSchema,
});
/** What {@link dataRemoteSchema} accepts. @public */
export type DataRemoteView = z.infer<typeof dataRemoteSchema>;

/** `GET …/data` @public */
export const dataResponseSchema = envelopeSchema.extend({
  /** `dvc` is false where the repository has no DVC at all. */
  dvc: z.boolean(),
  remotes: z.array(dataRemoteSchema),
  outputs: z.array(dataOutputSchema),
  /** Oldest first: one point per commit of the tracked history that changed a size. */
  sizes: z.array(
    z.object({
      commit: commitSchema,
      /** Bytes by output path; an output without a known size is left out. */
      bytes: z.record(z.string(), z.number()),
    }),
  ),
});
/** What {@link dataResponseSchema} accepts. @public */
export type DataResponse = z.infer<typeof dataResponseSchema>;

/** Changes: added, modified, deleted, migrated. @public */
export const dataHistoryEntrySchema = z.object({
  commit: commitSchema,
  change: z.string(),
  hash: hashSchema.optional(),
  size: z.number().optional(),
  files: z.number().optional(),
  /** Commits of the tracked history between this one and the next newer entry (or the head) that left it unchanged. */
  unchangedAfter: z.number(),
});
/** What {@link dataHistoryEntrySchema} accepts. @public */
export type DataHistoryEntry = z.infer<typeof dataHistoryEntrySchema>;

/** `GET …/data/history?path=` newest first @public */
export const dataHistoryResponseSchema = envelopeSchema.extend({
  path: z.string(),
  versions: z.array(dataHistoryEntrySchema),
});
/** What {@link dataHistoryResponseSchema} accepts. @public */
export type DataHistoryResponse = z.infer<typeof dataHistoryResponseSchema>;
