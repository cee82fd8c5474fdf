import fs from 'node:fs/promises';
import { z } from 'zod/v4';

const schema = z.object({ state: z.enum(['begun', 'done']) });

/** Whether the demo's folder was seeded, kept in a file of it. */
export class SeedMarker {
  constructor(private readonly file: string) {}

  async read(): Promise<'never' | 'begun' | 'done'> {
    try {
      return schema.parse(JSON.parse(await fs.readFile(this.file, 'utf8')))
        .state;
    } catch (error) {
      if (
        error instanceof Error &&
        'code' in error &&
        error.code === 'ENOENT'
      ) {
        return 'never';
      }
      throw error;
    }
  }

  async write(state: 'begun' | 'done'): Promise<void> {
    await fs.writeFile(this.file, `${JSON.stringify({ state })}\n`);
  }
}
