import { Files, listDirectory, md5Of, sha256Of } from '../dvc/hashes';

const DATA = 'data/processed/features.csv';
const FEATURES = 'features';

function digestOf(files: Files, directory: string): string {
  const lines = listDirectory(files, directory).map(
    ({ path, bytes }) => `${path}\0${sha256Of(bytes)}\n`,
  );
  return `sha256:${sha256Of(lines.join(''))}`;
}

function hashOf(files: Files, path: string): string {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`there is no ${path} to describe`);
  return `md5:${md5Of(bytes)}`;
}

/** infra/serving/release.env, as describe.py writes it. */
export function describeRelease(
  files: Files,
  release: { name: string; version: string; model: string },
): string {
  const values = {
    MODEL_NAME: release.name,
    MODEL_VERSION: release.version,
    MODEL_HASH: hashOf(files, release.model),
    DATA_HASH: hashOf(files, DATA),
    FEATURES_DIGEST: digestOf(files, FEATURES),
  };
  return Object.entries(values)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}
