import { EntryReading } from '../model/EntryReading';
import { Question, Reader, Reading } from '../reading/Reader';
import { DEFAULT_READ_LIMITS, ReadLimits } from '../reading/ReadLimits';
import { LoadedTree, readEntry } from '../reading/readEntry';

/** Files of a made-up commit. */
export type Files = Record<string, string | Uint8Array>;

interface TestReading<F> extends Reading<F> {
  /** What was asked for beyond the entry, in order. */
  asked: Question[];
}

/** Runs a reader on one entry of a tree that is held in memory. */
export async function readFile<F>(
  reader: Reader<F>,
  entry: string,
  files: Files,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): Promise<TestReading<F>> {
  const asked: Question[] = [];
  const reading = await readEntry<F>({
    reader,
    entry,
    limits,
    call: (...args) => reader.read(...args),
    load: async (questions, tree) => {
      for (const question of questions) answer(question, files, tree);
      asked.push(...questions);
    },
  });
  return { ...reading, asked: asked.slice(1) };
}

/** Runs readers over all files of the tree. */
export async function readFiles(
  readers: readonly Reader[],
  files: Files,
): Promise<EntryReading[]> {
  const readings: EntryReading[] = [];
  for (const reader of readers) {
    for (const entry of reader.entries(Object.keys(files))) {
      const { facts, problems } = await readFile(reader, entry, files);
      readings.push({ reader: reader.id, entry, facts, problems });
    }
  }
  return readings;
}

function answer(question: Question, files: Files, tree: LoadedTree): void {
  if (question.kind === 'get') {
    const { path } = question;
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    if (file === undefined) {
      tree.setFile(path, { kind: 'absent' });
    } else {
      const bytes =
        typeof file === 'string' ? new TextEncoder().encode(file) : file;
      tree.setFile(path, { kind: 'bytes', bytes });
    }
    return;
  }
  const { directory, suffix } = question;
  const start = directory === '' ? '' : `${directory}/`;
  const found = Object.keys(files).filter(
    path => path.startsWith(start) && path.endsWith(suffix),
  );
  tree.setList(directory, suffix, found.sort());
}
