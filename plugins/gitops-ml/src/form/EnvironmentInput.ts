import { z } from 'zod/v4';

/** One environment as the form has it; what is left out gets its default in the template. */
export const environmentInputSchema = z.object({
  name: z.string(),
  instance: z.string(),
  cluster: z.string().optional(),
  namespace: z.string().optional(),
});
export type EnvironmentInput = z.infer<typeof environmentInputSchema>;
