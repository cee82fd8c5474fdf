import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

let found: Promise<string> | undefined;

/**
 * The worker's bundle: the one of the package, or, when this runs from source
 * (development, tests), one built from the present source when it changed.
 */
export function findWorkerFile(): Promise<string> {
  found ??= find();
  return found;
}

async function find(): Promise<string> {
  const root = resolvePackagePath(
    '@gitops-ml/backstage-plugin-gitops-ml-backend',
  );
  if (!__filename.endsWith('.ts')) {
    return path.join(root, 'dist', 'parsingWorker.cjs');
  }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.join(root, 'scripts', 'build-worker.mjs'), '--cached'],
    // Loaders that the parent was started with are of no use to a plain script.
    { env: { ...process.env, NODE_OPTIONS: '' } },
  );
  return stdout;
}
