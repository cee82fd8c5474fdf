import {
  DEFAULT_READ_LIMITS,
  FEAST_READERS,
  formatProblem,
  Problem,
  Reader,
  Tree,
} from '@gitops-ml/core';

type Files = ReadonlyMap<string, string>;

/** A tree of files that are all at hand. */
function toTree(files: Files): Tree {
  return {
    get(path) {
      const text = files.get(path);
      return text === undefined
        ? { kind: 'absent' }
        : { kind: 'bytes', bytes: new TextEncoder().encode(text) };
    },
    list(directory, suffix) {
      const folder = directory === '' ? '' : `${directory}/`;
      return [...files.keys()]
        .filter(path => path.startsWith(folder) && path.endsWith(suffix))
        .sort();
    },
  };
}

function describe(problem: Problem): string {
  const { path, line } = problem;
  const where = line === undefined ? path : `${path}:${line}`;
  return `${where}: ${formatProblem(problem).message}`;
}

function checkEntry(reader: Reader, entry: string, files: Files): string[] {
  const reading = reader.read(entry, toTree(files), DEFAULT_READ_LIMITS);
  if ('needs' in reading) {
    throw new Error(`the reader ${reader.id} asks for what is there`);
  }
  const errors = reading.problems.filter(
    ({ severity }) => severity === 'error',
  );
  return errors.map(describe);
}

/** Why Feast definitions can't be applied, each with its place; none: they can. */
export function checkDefinitions(files: Files): string[] {
  const problems = FEAST_READERS.flatMap(reader =>
    reader
      .entries([...files.keys()])
      .map(entry => checkEntry(reader, entry, files)),
  );
  return problems.length === 0
    ? ['feature_store.yaml: not among the mounted files']
    : problems.flat();
}
