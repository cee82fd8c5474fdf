import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** `scripts/conformance`. */
export const folder = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
);

export const root = path.resolve(folder, '..', '..');

/** Where the tools are installed; ignored by Git. */
export const installed = path.join(root, '.conformance');
