import {
  DEFAULT_READ_LIMITS,
  EntryReading,
  LoadedTree,
  Question,
  readEntry,
  READERS,
} from '@gitops-ml/core';

type Files = Record<string, Uint8Array>;

/** What all our readers say of a rendered repository. */
export async function readBaked(files: Files): Promise<EntryReading[]> {
  const readings: EntryReading[] = [];
  for (const reader of READERS) {
    for (const entry of reader.entries(Object.keys(files))) {
      const { facts, problems } = await readEntry({
        reader,
        entry,
        limits: DEFAULT_READ_LIMITS,
        call: (path, tree, limits) => reader.read(path, tree, limits),
        load: async (questions, tree) => {
          for (const question of questions) answer(question, files, tree);
        },
      });
      readings.push({ reader: reader.id, entry, facts, problems });
    }
  }
  return readings;
}

function answer(question: Question, files: Files, tree: LoadedTree): void {
  if (question.kind === 'list') {
    const { directory, suffix } = question;
    const start = directory === '' ? '' : `${directory}/`;
    const paths = Object.keys(files).filter(
      path => path.startsWith(start) && path.endsWith(suffix),
    );
    tree.setList(directory, suffix, paths.sort());
    return;
  }
  const bytes = files[question.path];
  tree.setFile(
    question.path,
    bytes ? { kind: 'bytes', bytes } : { kind: 'absent' },
  );
}
