import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { KubernetesObject } from '../KubernetesObject';

export const SCENES = [
  'success-nginx',
  'success-replicas',
  'abort-retry',
  'abort-undo',
  'failed-analysis',
  'error-analysis',
  'background-analysis-fail',
  'job-analysis',
  'bluegreen',
] as const;

export type SceneName = (typeof SCENES)[number];

interface Change {
  t: number;
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: KubernetesObject;
}

/** What the plugin printed at a moment. */
export interface Moment {
  t: number;
  label: string;
  cmd: string | null;
  text: string;
}

/** A recording: see testdata/rollouts/SOURCE.md. */
export interface Scene {
  changes: Change[];
  moments: Moment[];
  /** The objects as they were after all changes up to a time. */
  objectsAt(t: number): KubernetesObject[];
}

const FOLDER = path.resolve(__dirname, '../../../testdata/rollouts');

export function readScene(name: SceneName): Scene {
  const file = readFileSync(path.join(FOLDER, `${name}.ndjson.gz`));
  const lines: (Change | Moment)[] = gunzipSync(file)
    .toString()
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  const changes = lines.filter(line => 'object' in line);
  const moments = lines.filter(line => 'text' in line);
  return {
    changes,
    moments,
    objectsAt: t => {
      const objects = new Map<string, KubernetesObject>();
      for (const change of changes) {
        if (change.t > t) break;
        const { kind, metadata } = change.object;
        const key = `${kind}/${metadata.name}`;
        if (change.type === 'DELETED') objects.delete(key);
        else objects.set(key, change.object);
      }
      return [...objects.values()];
    },
  };
}
