import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';

const recordingSchema = z.object({
  index: z.number(),
  label: z.string(),
  request: z.object({
    method: z.string(),
    path: z.string(),
    body: z.json(),
    /** Absent where every call had a token. */
    auth: z.boolean().optional(),
  }),
  /** The answer's body was left out where the demo has none like it. */
  response: z.object({ status: z.number(), json: z.json().optional() }),
});

/** A request to a real Argo CD, and what it answered (testdata/argocd/SOURCE.md). */
export type Recording = z.infer<typeof recordingSchema>;

/** Every text in it with the recording machine's forge replaced by another. */
export function readRecordings(name: string): Recording[] {
  const folder = path.resolve(__dirname, '../../../testdata/argocd');
  return fs
    .readFileSync(path.join(folder, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => recordingSchema.parse(JSON.parse(line)));
}

const recordedForge = 'http://127.0.0.1:28200';

/** A recording's text as it is when the repositories are elsewhere. */
export function relocate(text: string, forge: string): string {
  return text
    .replaceAll(recordedForge, forge)
    .replaceAll(encodeURIComponent(recordedForge), encodeURIComponent(forge));
}

const serverMade = new Set([
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'lastTransitionTime',
  'attemptedAt',
  'token',
]);

/** What of an answer can be the same on two servers. */
export function comparable(json: unknown): unknown {
  const text = JSON.stringify(json, (key, value) =>
    serverMade.has(key) ? undefined : value,
  );
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(
    text.replace(/iat: [-\d:TZ]+/g, 'iat: TIME'),
  );
  return value;
}
