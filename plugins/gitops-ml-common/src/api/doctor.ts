import { z } from 'zod/v4';

/**
 * One link of the chain annotation → repository → mirror → readers.
 * Statuses: ok, warning, error, skipped.
 * @public
 */
export const doctorStepSchema = z.object({
  id: z.string(),
  title: z.string(),
  status: z.string(),
  message: z.string(),
  remedy: z.string().optional(),
});

/** `GET …/doctor` @public */
export const doctorResponseSchema = z.object({
  schemaVersion: z.literal(1),
  topic: z.string(),
  steps: z.array(doctorStepSchema),
  /** Status of a file: read, problem, ignored. */
  files: z.array(
    z.object({ path: z.string(), reader: z.string(), status: z.string() }),
  ),
  pages: z.array(
    z.object({
      page: z.string(),
      ready: z.boolean(),
      missing: z.array(z.object({ what: z.string(), remedy: z.string() })),
    }),
  ),
});
/** What {@link doctorResponseSchema} accepts. @public */
export type DoctorResponse = z.infer<typeof doctorResponseSchema>;

/** `POST …/refresh` @public */
export const refreshResponseSchema = z.object({
  schemaVersion: z.literal(1),
  /** started, or already-running */
  status: z.string(),
});
/** What {@link refreshResponseSchema} accepts. @public */
export type RefreshResponse = z.infer<typeof refreshResponseSchema>;
