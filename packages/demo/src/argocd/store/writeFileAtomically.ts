import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';

/** Writes a file that its owner alone may read; whoever reads it sees all of it, or what was before. */
export async function writeFileAtomically(
  file: string,
  text: string,
): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  await fs.writeFile(temporary, text, { mode: 0o600 });
  await fs.rename(temporary, file);
}
