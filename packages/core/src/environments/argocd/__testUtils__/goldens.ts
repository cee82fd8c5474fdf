import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';

const goldenSchema = z.union([
  z.object({
    template: z.string(),
    option: z.string(),
    output: z.string().optional(),
    error: z.string().optional(),
  }),
  z.object({
    glob: z.string(),
    text: z.string(),
    separators: z.string(),
    matches: z.boolean(),
  }),
  z.object({ keys: z.array(z.string()) }),
]);

/** What the libraries of Argo CD themselves say (testdata/argocd/SOURCE.md). */
export function readGoldens() {
  const file = path.resolve(
    __dirname,
    '../../../../testdata/argocd/go/goldens.ndjson',
  );
  const all = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => goldenSchema.parse(JSON.parse(line)));
  return {
    templates: all.flatMap(golden => ('template' in golden ? [golden] : [])),
    globs: all.flatMap(golden => ('glob' in golden ? [golden] : [])),
  };
}
