import { formatPointer } from '../dvc/formatPointer';
import { hashPath } from '../dvc/hashes';
import { setParameter } from '../dvc/parameters';
import { reproduce } from '../dvc/reproduce';
import { makeTransactions } from '../pipeline/makeTransactions';
import { Snapshot, textOf, withText } from './Snapshot';
import { Change } from './Story';

/** Where the raw data is; its pointer stands beside it. */
export const RAW_DATA = 'data/raw/transactions.csv';

/** The oid of an earlier step's commit. */
type CommitOf = (step: string) => string;

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** Replaces a text that must stand there exactly once: a story that no longer fits fails. */
function edit(snapshot: Snapshot, { path, find, replace }: Of<'edit'>) {
  const parts = textOf(snapshot, path).split(find);
  if (parts.length !== 2) {
    throw new Error(`${path} has ${parts.length - 1} times: ${find}`);
  }
  return withText(snapshot, path, parts.join(replace));
}

function addData(snapshot: Snapshot, { before }: Of<'data'>): Snapshot {
  const bytes = Buffer.from(makeTransactions(before));
  const data = new Map([...snapshot.data, [RAW_DATA, bytes]]);
  const pointer = formatPointer(RAW_DATA, hashPath(data, RAW_DATA));
  return withText({ ...snapshot, data }, `${RAW_DATA}.dvc`, pointer);
}

const LISTS = [
  'features/kustomization.yaml',
  'infra/base/feature-jobs.yaml',
  'infra/serving/materialize.yaml',
];

/** Each line that lists a file, once more for another file. */
function listBeside(text: string, listed: string, name: string): string {
  return text
    .split('\n')
    .flatMap(line =>
      line.includes(`${listed}.py`)
        ? [line, line.replaceAll(`${listed}.py`, `${name}.py`)]
        : [line],
    )
    .join('\n');
}

function addDefinition(snapshot: Snapshot, { name, text }: Of<'definition'>) {
  const path = `features/definitions/${name}.py`;
  return LISTS.reduce((done, list) => {
    const before = textOf(done, list);
    const after = listBeside(before, 'merchant', name);
    if (after === before) throw new Error(`${list} lists no definitions`);
    return withText(done, list, after);
  }, withText(snapshot, path, text));
}

function promote(
  snapshot: Snapshot,
  { environment, step }: Of<'promote'>,
  commitOf: CommitOf,
): Snapshot {
  const ending = `/environments/${environment}.yaml`;
  const paths = [...snapshot.files.keys()].filter(
    path => path.startsWith('argocd/') && path.endsWith(ending),
  );
  if (paths.length !== 1) {
    throw new Error(`${paths.length} files argocd/*${ending}, not one`);
  }
  const [path = ''] = paths;
  const text = textOf(snapshot, path);
  const after = text.replace(
    /^revision: .*$/m,
    `revision: "${commitOf(step)}"`,
  );
  if (after === text) throw new Error(`${path} has no revision to change`);
  return withText(snapshot, path, after);
}

// What enable_serving.py does.
const SERVE: Of<'edit'> = {
  kind: 'edit',
  path: 'infra/base/kustomization.yaml',
  find: '\n# - ../serving\n',
  replace: '\n  - ../serving\n',
};

/** Whether a first release was made. */
export const isServing = (snapshot: Snapshot): boolean =>
  textOf(snapshot, SERVE.path).includes(SERVE.replace);

const setParameters = (snapshot: Snapshot, { set }: Of<'parameters'>) =>
  withText(
    snapshot,
    'params.yaml',
    Object.entries(set).reduce(
      (text, [key, value]) => setParameter(text, key, value),
      textOf(snapshot, 'params.yaml'),
    ),
  );

/** The repository after a change. Throws where the repository isn't what the story expects. */
export function applyChange(
  snapshot: Snapshot,
  change: Change,
  commitOf: CommitOf,
): Snapshot {
  switch (change.kind) {
    case 'data':
      return addData(snapshot, change);
    case 'parameters':
      return setParameters(snapshot, change);
    case 'definition':
      return addDefinition(snapshot, change);
    case 'edit':
      return edit(snapshot, change);
    case 'serve':
      return edit(snapshot, SERVE);
    case 'reproduce':
      return reproduce(snapshot);
    case 'promote':
      return promote(snapshot, change, commitOf);
    default:
      return change satisfies never;
  }
}
