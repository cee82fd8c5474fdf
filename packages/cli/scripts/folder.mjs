import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package. */
export const folder = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
);
