import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of its own for a test; the caller removes it with {@link removeFolder}. @public */
export function createTemporaryFolder(): string {
  return mkdtempSync(path.join(realpathSync(tmpdir()), 'gitops-ml-'));
}

/**
 * Removes a folder with all that is in it; one that isn't there is fine.
 * @public
 */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
