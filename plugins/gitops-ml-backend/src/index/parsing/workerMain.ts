import { parentPort, workerData } from 'node:worker_threads';
import {
  LoadedTree,
  Question,
  readEntry,
  Reader,
  READERS,
} from '@gitops-ml/core';
import { loadReaderModules } from './loadReaderModules';
import { FromWorker, LoadedAnswer, ToWorker, WorkerStart } from './protocol';

// The entry of the worker thread, bundled by scripts/build-worker.mjs: one
// reading at a time, questions answered by the main thread.

const start: WorkerStart = workerData;
const readers = new Map<string, Reader>(
  [...READERS, ...loadReaderModules(start.readerModules)].map(reader => [
    reader.id,
    reader,
  ]),
);

let answered: (answers: LoadedAnswer[]) => void = () => {};

function say(message: FromWorker) {
  parentPort?.postMessage(message);
}

function ask(questions: Question[]): Promise<LoadedAnswer[]> {
  return new Promise(resolve => {
    answered = resolve;
    say({ kind: 'needs', questions });
  });
}

function fill(tree: LoadedTree, answers: LoadedAnswer[]) {
  for (const answer of answers) {
    if (answer.kind === 'get') tree.setFile(answer.path, answer.answer);
    else tree.setList(answer.directory, answer.suffix, answer.paths);
  }
}

async function read(message: Extract<ToWorker, { kind: 'read' }>) {
  const reader = readers.get(message.reader);
  if (!reader) {
    say({ kind: 'unknown-reader' });
    return;
  }
  const reading = await readEntry({
    reader,
    entry: message.entry,
    limits: message.limits,
    call: (entry, tree, limits) => reader.read(entry, tree, limits),
    load: async (questions, into) => fill(into, await ask(questions)),
  });
  say({ kind: 'done', reading });
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'answers') {
    answered(message.answers);
    return;
  }
  read(message).catch(error => {
    // A reader that throws breaks its contract; the main thread takes the end
    // of this thread for the end of the reading.
    throw error;
  });
});

say({ kind: 'ready' });
