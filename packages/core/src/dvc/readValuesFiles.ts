import { DvcYamlStage, ValuesFile } from '../facts/dvc';
import { Json } from '../reading/Json';
import { describeTooLarge } from '../reading/describeTooLarge';
import { Problem } from '../reading/Problem';
import { ReadLimits } from '../reading/ReadLimits';
import { folderOf, safePath } from '../reading/safePath';
import { TracedTree } from '../reading/TracedTree';
import { createOutputProbe, OutputProbe } from './createOutputProbe';
import { flattenValues, KEYS_LIMIT } from './flattenValues';
import { parseValues, valuesFormatOf } from './parseValues';
import { DeclaredPath } from './readDeclaredPaths';

interface Declared {
  stages: DvcYamlStage[];
  topMetrics: DeclaredPath[];
  topParams: DeclaredPath[];
}

interface Context {
  /** The `dvc.yaml`. */
  path: string;
  tree: TracedTree;
  limits: ReadLimits;
  inRemote: OutputProbe;
  problems: Problem[];
}

/** Values of the metrics and params files that a `dvc.yaml` names, sorted by path. */
export function readValuesFiles(
  path: string,
  declared: Declared,
  tree: TracedTree,
  limits: ReadLimits,
): { metrics: ValuesFile[]; params: ValuesFile[]; problems: Problem[] } {
  const inRemote = createOutputProbe(path, declared.stages, tree, limits);
  const context = { path, tree, limits, inRemote, problems: [] };
  const metrics = distinct([
    ...declared.topMetrics,
    ...declared.stages.flatMap(stageMetrics),
  ]);
  const params = distinct([
    ...declared.topParams,
    ...declared.stages.flatMap(stageParams),
  ]);
  return {
    metrics: sorted(metrics.flatMap(file => readMetrics(context, file))),
    params: sorted([
      ...params.map(file => readParams(context, file)),
      ...readDefaultParams(context, params),
    ]),
    problems: context.problems,
  };
}

function stageMetrics(stage: DvcYamlStage): DeclaredPath[] {
  return stage.outs
    .filter(out => out.role === 'metrics' && !out.external)
    .map(out => ({ path: out.path, line: out.declaredIn.line }));
}

function stageParams(stage: DvcYamlStage): DeclaredPath[] {
  return Object.keys(stage.params).map(path => ({ path, line: stage.line }));
}

function distinct(files: DeclaredPath[]): DeclaredPath[] {
  const byPath = new Map<string, DeclaredPath>();
  for (const file of files) {
    if (!byPath.has(file.path)) byPath.set(file.path, file);
  }
  return [...byPath.values()];
}

function sorted(files: ValuesFile[]): ValuesFile[] {
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** DVC takes a folder of metrics for all files in it, and only numbers and texts. */
function readMetrics(context: Context, file: DeclaredPath): ValuesFile[] {
  const own = readValuesFile(context, file);
  const isAbsent = context.tree.get(file.path)?.kind === 'absent';
  if (!isAbsent || own.state !== 'absent') return [withMetricsOnly(own)];
  const inside = context.tree.list(file.path, '') ?? [];
  if (inside.length === 0) return [own];
  return inside
    .slice(0, context.limits.entries)
    .map(path =>
      withMetricsOnly(readValuesFile(context, { path, line: file.line })),
    );
}

/** Source: dvc/repo/metrics/show.py _extract_metrics. */
function withMetricsOnly(file: ValuesFile): ValuesFile {
  const values = Object.entries(file.values).filter(
    ([, value]) => value !== null && typeof value !== 'object',
  );
  return { ...file, values: Object.fromEntries(values) };
}

function readParams(context: Context, file: DeclaredPath): ValuesFile {
  const values = readValuesFile(context, file);
  if (values.state === 'absent') {
    context.problems.push({
      code: 'missing-file',
      severity: 'error',
      path: context.path,
      line: file.line,
      args: { file: file.path },
    });
  }
  return values;
}

/** DVC shows the root's `params.yaml` even where no stage names it. */
function readDefaultParams(
  context: Context,
  named: DeclaredPath[],
): ValuesFile[] {
  const folder = folderOf(context.path);
  const path = safePath(folder, 'params.yaml');
  if (path === undefined || named.some(file => file.path === path)) return [];
  const isRoot =
    folder === '' ||
    context.tree.get(`${folder}/.dvc/config`)?.kind === 'bytes';
  if (!isRoot || context.tree.get(path)?.kind !== 'bytes') return [];
  return [readValuesFile(context, { path, line: 1 })];
}

function readValuesFile(context: Context, file: DeclaredPath): ValuesFile {
  const { path } = file;
  const format = valuesFormatOf(path);
  if (!format) {
    return unread(context, path, {
      code: 'unsupported',
      severity: 'warning',
      path: context.path,
      line: file.line,
      args: { what: `The format of ${path}` },
    });
  }
  const answer = context.tree.get(path);
  // Not loaded yet: what is said of it now is thrown away.
  if (!answer) return { path, state: 'absent', values: {} };
  switch (answer.kind) {
    case 'absent': {
      const state = context.inRemote(path) ? 'in-remote' : 'absent';
      return { path, state, values: {} };
    }
    case 'too-large':
      return unread(
        context,
        path,
        describeTooLarge(path, answer.size, context.limits),
      );
    default: {
      const parsed = parseValues(path, format, answer.bytes, context.limits);
      context.problems.push(...parsed.problems);
      return toValuesFile(context, path, parsed.value);
    }
  }
}

function toValuesFile(
  context: Context,
  path: string,
  value: Json | undefined,
): ValuesFile {
  if (value === undefined) return { path, state: 'problem', values: {} };
  // A document of nothing has no values, and no key `''` either.
  const values = flattenValues(value === null ? {} : value);
  if (values) return { path, state: 'read', values };
  return unread(context, path, {
    code: 'limit-exceeded',
    severity: 'error',
    path,
    args: KEYS_LIMIT,
  });
}

function unread(context: Context, path: string, problem: Problem): ValuesFile {
  context.problems.push(problem);
  return { path, state: 'problem', values: {} };
}
