import fs from 'node:fs/promises';
import { z } from 'zod/v4';

const schema = z.object({ state: z.enum(['begun', 'done']) });

const isAbsence = (error: unknown) =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ENOENT';

/** Whether the demo's folder was seeded, kept in a file of it. */
export class SeedMarker {
  constructor(private readonly file: string) {}

  async read(): Promise<'never' | 'begun' | 'done'> {
    const text = await fs.readFile(this.file, 'utf8').catch(error => {
      if (isAbsence(error)) return undefined;
      throw error;
    });
    return text === undefined ? 'never' : schema.parse(JSON.parse(text)).state;
  }

  async write(state: 'begun' | 'done'): Promise<void> {
    await fs.writeFile(this.file, `${JSON.stringify({ state })}\n`);
  }
}
