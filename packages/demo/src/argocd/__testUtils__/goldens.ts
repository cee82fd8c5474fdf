import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';

const diffSchema = z.object({
  before: z.json(),
  after: z.json(),
  keys: z.array(z.string()),
});

/** What r3labs/diff says (packages/core/testdata/argocd/SOURCE.md). */
export function readDiffGoldens() {
  const file = path.resolve(
    __dirname,
    '../../../../core/testdata/argocd/go/goldens.ndjson',
  );
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.includes('"keys"'))
    .map(line => diffSchema.parse(JSON.parse(line)));
}
