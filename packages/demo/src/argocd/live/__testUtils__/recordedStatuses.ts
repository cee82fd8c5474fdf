import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';

const schema = z.object({
  moment: z.string(),
  application: z.looseObject({
    spec: z.looseObject({}),
    status: z.looseObject({}),
    operation: z.looseObject({}).optional(),
  }),
});

/** What a real Argo CD wrote at moments that have names (testdata/argocd/SOURCE.md). */
export function readStatus(moment: string) {
  const file = path.resolve(
    __dirname,
    '../../../../testdata/argocd/statuses.ndjson',
  );
  const found = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => schema.parse(JSON.parse(line)))
    .find(recorded => recorded.moment === moment);
  if (!found) throw new Error(`no status of ${moment} was recorded`);
  return found.application;
}

/** Every field of a value with its type; items of lists count as one, maps of names are left out. */
export function listFields(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) {
    const items = value.flatMap(item => listFields(item, `${at}[]`));
    return [...new Set(items)].sort();
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).flatMap(([key, inner]) =>
      listFields(inner, `${at}.${key}`),
    );
    return [...new Set(fields)].sort();
  }
  return [`${at}: ${typeof value}`];
}
