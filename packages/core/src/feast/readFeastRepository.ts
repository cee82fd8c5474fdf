import { FeastFacts, FeatureStoreFacts } from '../facts/feast';
import { decodeText } from '../reading/decodeText';
import { describeTooLarge } from '../reading/describeTooLarge';
import { Problem } from '../reading/Problem';
import { Needs, Reader, Reading, Tree } from '../reading/Reader';
import { ReadLimits } from '../reading/ReadLimits';
import { fileNameOf, folderOf } from '../reading/safePath';
import { TracedTree } from '../reading/TracedTree';
import { collectDrafts } from './repository/collectDrafts';
import { describeRepository } from './repository/describeRepository';
import { limitDefinitions } from './repository/limitDefinitions';
import { listFeastFiles } from './repository/listFeastFiles';
import { listPackages } from './repository/listPackages';
import { ModuleLoader } from './repository/ModuleLoader';
import { emptyStore, readFeatureStore } from './repository/readFeatureStore';

const STORE_FILE = 'feature_store.yaml';
const IGNORE_FILE = '.feastignore';

/**
 * A Feast repository: a `feature_store.yaml` and the Python definitions below its
 * folder, as `feast apply` of Feast 0.67 would register them, and as earlier
 * versions wrote them. The Python is parsed, never executed.
 * @public
 */
export const feastReader: Reader<FeastFacts> = {
  id: 'feast',
  version: 2,
  entries: paths => paths.filter(path => fileNameOf(path) === STORE_FILE),
  watches: path =>
    path.endsWith('.py') ||
    [STORE_FILE, IGNORE_FILE].includes(fileNameOf(path)),
  read: readFeastRepository,
};

function readFeastRepository(
  entry: string,
  tree: Tree,
  limits: ReadLimits,
): Reading<FeastFacts> | Needs {
  const traced = new TracedTree(tree);
  const folder = folderOf(entry);
  const join = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  const store = readStore(entry, traced, limits);
  const paths = traced.list(folder, '.py');
  const ignore = traced.get(join(IGNORE_FILE));
  if (!paths || !ignore || !store) return traced.needs() ?? nothing();
  const patterns =
    ignore.kind === 'bytes'
      ? decodeText(ignore.bytes, join(IGNORE_FILE), limits)
      : { text: '' };
  const relative = paths.map(path => path.slice(join('').length));
  const files = listFeastFiles(
    relative,
    'text' in patterns ? patterns.text : undefined,
  );
  // Asked for all at once, so that few rounds are needed.
  for (const file of [...files, ...listPackages(files, relative)])
    traced.get(join(file));
  const needs = traced.needs();
  if (needs) return needs;
  const loader = new ModuleLoader({
    root: folder,
    paths,
    tree: traced,
    limits,
  });
  const scopes = files.flatMap(file => loader.run(file) ?? []);
  const more = traced.needs();
  if (more) return more;
  loader.reportHidden();
  return assemble(folder, store, collectDrafts(scopes), loader, limits, [
    ...store.problems,
    ...('problem' in patterns ? [patterns.problem] : []),
  ]);
}

function assemble(
  folder: string,
  store: { facts: FeatureStoreFacts },
  drafts: ReturnType<typeof collectDrafts>,
  loader: ModuleLoader,
  limits: ReadLimits,
  earlier: Problem[],
): Reading<FeastFacts> {
  const { definitions, problems } = describeRepository(
    drafts,
    store.facts.project,
  );
  const unresolved = [...loader.unresolved, ...definitions.unresolved];
  const limited = limitDefinitions({ ...definitions, unresolved }, limits);
  const path = store.facts.path;
  return {
    facts: {
      kind: 'feast',
      path: folder,
      store: store.facts,
      ...limited.definitions,
      files: loader.files,
    },
    problems: sortProblems([
      ...earlier,
      ...loader.problems,
      ...unresolved.map(describeUnresolved),
      ...problems,
      ...limited.exceeded.map(what => exceeded(path, what, limits.entries)),
    ]),
  };
}

function readStore(entry: string, tree: TracedTree, limits: ReadLimits) {
  const answer = tree.get(entry);
  switch (answer?.kind) {
    case undefined:
      return undefined;
    case 'bytes':
      return readFeatureStore(answer.bytes, entry, limits);
    case 'too-large':
      return failedStore(entry, describeTooLarge(entry, answer.size, limits));
    default: {
      const args = { file: entry };
      return failedStore(entry, {
        code: 'missing-file',
        severity: 'error',
        path: entry,
        args,
      });
    }
  }
}

function failedStore(entry: string, problem: Problem) {
  return { facts: emptyStore(entry), problems: [problem] };
}

function sortProblems(problems: Problem[]): Problem[] {
  return [...problems].sort((a, b) => {
    if (a.path !== b.path) return a.path < b.path ? -1 : 1;
    return (a.line ?? 0) - (b.line ?? 0);
  });
}

function describeUnresolved(each: {
  path: string;
  line: number;
  what: string;
}): Problem {
  const { path, line, what } = each;
  return {
    code: 'not-static',
    severity: 'warning',
    path,
    line,
    args: { what },
  };
}

function exceeded(path: string, what: string, limit: number): Problem {
  return {
    code: 'limit-exceeded',
    severity: 'error',
    path,
    args: { what, limit },
  };
}

function nothing(): Reading<FeastFacts> {
  return { facts: undefined, problems: [] };
}
