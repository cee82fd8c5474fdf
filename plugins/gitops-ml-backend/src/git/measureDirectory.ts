import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** The bytes of all files below a folder; what disappears meanwhile counts as nothing. */
export async function measureDirectory(directory: string): Promise<number> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(
    () => [],
  );
  const sizes = await Promise.all(
    entries.map(entry => {
      const file = path.join(directory, entry.name);
      if (entry.isDirectory()) return measureDirectory(file);
      return stat(file).then(
        found => found.size,
        () => 0,
      );
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
