import { FileAnswer, Question, ReadLimits, Reading } from '@gitops-ml/core';

/** A question of a reader with what the tree says. */
export type LoadedAnswer =
  | { kind: 'get'; path: string; answer: FileAnswer }
  | { kind: 'list'; directory: string; suffix: string; paths: string[] };

/** What the worker is told. */
export type ToWorker =
  | { kind: 'read'; reader: string; entry: string; limits: ReadLimits }
  | { kind: 'answers'; answers: LoadedAnswer[] };

/** What the worker says. */
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'needs'; questions: Question[] }
  | { kind: 'done'; reading: Reading<unknown> }
  | { kind: 'unknown-reader' };

/** What the worker is started with. */
export interface WorkerStart {
  /** Absolute paths of CommonJS modules that export `readers`. */
  readerModules: string[];
}
