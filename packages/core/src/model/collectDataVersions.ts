import { DvcConfigFacts, DvcFileFacts } from '../facts/dvc';
import { Problem } from '../reading/Problem';
import { collectPipelineOutputs } from './collectPipelineOutputs';
import { DataVersion } from './DataVersion';
import { createDvcIgnore, DvcIgnore } from './dvcIgnore';
import { EntryReading } from './EntryReading';
import { findOverlaps } from './findOverlaps';
import { selectBroken } from './selectBroken';
import { selectFacts } from './selectFacts';
import { toDataVersion } from './toDataVersion';

/**
 * The DVC outputs of a revision, from what the `dvc-*` readers said of it, sorted by
 * path, the way the tool sees them: stages that `dvc.yaml` no longer has are left out of
 * the lock, outputs that never ran have no hash, what `.dvcignore` matches is not looked
 * at. Every DVC repository of the tree is taken, each with its own configuration.
 *
 * `problems` are those of the whole; the readings' own are not repeated.
 * Source: dvc/repo/index.py, dvc/stage/loader.py, dvc/ignore.py.
 * @public
 */
export function collectDataVersions(readings: readonly EntryReading[]): {
  outputs: DataVersion[];
  problems: Problem[];
} {
  const configs = selectFacts(readings, 'dvc-config');
  const roots = configs.map(config => config.root);
  const ignore = createDvcIgnore(selectFacts(readings, 'dvc-ignore'), roots);
  const broken = selectBroken(readings);
  const files = selectFacts(readings, 'dvc-file')
    .filter(file => !ignore.matches(file.path))
    .flatMap(file => collectFileOutputs(file, broken.has(file.path)));
  const pipelines = collectPipelineOutputs(readings, ignore, broken);
  const outputs = [...files, ...pipelines.outputs]
    .map(output => withRemote(output, configs))
    .sort(byPath);
  return {
    outputs,
    problems: [
      ...pipelines.problems,
      ...outputs.flatMap(output => findIgnored(output, ignore)),
      ...findOverlaps(outputs),
    ],
  };
}

function collectFileOutputs(
  file: DvcFileFacts,
  isBroken: boolean,
): DataVersion[] {
  const source = file.deps.find(dep => dep.imported);
  return file.outs.map(out => {
    const version = toDataVersion(out);
    // An import without download has its source's hash for its own.
    const { hash = source?.hash, size = source?.size } = version;
    const unreadable = isBroken && hash === undefined;
    return { ...version, hash, unreadable, size, imported: source?.imported };
  });
}

/** The nearest configuration that encloses the declaring file decides. */
function withRemote(
  output: DataVersion,
  configs: DvcConfigFacts[],
): DataVersion {
  if (output.remote !== undefined) return output;
  const { path } = output.declaredIn;
  const [nearest] = configs
    .filter(({ root }) => root === '' || path.startsWith(`${root}/`))
    .sort((a, b) => b.root.length - a.root.length);
  return { ...output, remote: nearest?.coreRemote };
}

/** DVC refuses the whole repository then; the row is shown all the same. */
function findIgnored(output: DataVersion, ignore: DvcIgnore): Problem[] {
  if (output.external || !ignore.matches(output.path)) return [];
  return [
    {
      code: 'invalid-value',
      severity: 'error',
      ...output.declaredIn,
      args: {
        where: 'An output',
        value: output.path,
        expected: 'a path outside of the patterns of .dvcignore',
      },
    },
  ];
}

function byPath(a: DataVersion, b: DataVersion): number {
  return (
    compare(a.path, b.path) ||
    compare(a.declaredIn.path, b.declaredIn.path) ||
    a.declaredIn.line - b.declaredIn.line
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
