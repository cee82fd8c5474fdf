import { z } from 'zod/v4';
import { ARTIFACT_PATTERN } from '../reading/artifactName';

const path = z.string().min(1, { error: 'a path' });

const threshold = z
  .strictObject({
    min: z.number().optional().describe('The least value that is good enough.'),
    max: z.number().optional().describe('The greatest value that is allowed.'),
  })
  .refine(({ min, max }) => min !== undefined || max !== undefined, {
    error: 'a limit with min or max',
  })
  .meta({ minProperties: 1 });

/** The shape of `models/<model>.yaml`. An error's text says what is expected. */
export const modelDescriptorSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    name: z
      .string()
      .regex(ARTIFACT_PATTERN, { error: 'a name that GTO can tag' })
      .describe(
        'The name under which versions are tagged: `gto register <name>`.',
      ),
    description: z.string().optional(),
    artifact: path
      .optional()
      .describe(
        'The file or folder that is the model. Paths are relative to the folder that holds `models`.',
      ),
    featureService: z
      .string()
      .optional()
      .describe('The Feast feature service that the model is given.'),
    metrics: path
      .optional()
      .describe('The file in which evaluation leaves its metrics.'),
    thresholds: z
      .record(z.string(), threshold)
      .optional()
      .describe('Limits that a version must keep, by the name of the metric.'),
    mainMetric: z
      .strictObject({
        name: z.string(),
        better: z.enum(['higher', 'lower'], { error: 'higher or lower' }),
      })
      .optional()
      .describe('The metric that people look at first.'),
    driftBaseline: path
      .optional()
      .describe('The data against which drift is measured.'),
  })
  .describe('What a model is made of and must reach.');
