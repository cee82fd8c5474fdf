import { Worker } from 'node:worker_threads';
import { Problem, Question, ReadLimits, Reading } from '@gitops-ml/core';
import { FromWorker, LoadedAnswer, ToWorker, WorkerStart } from './protocol';

/** What one reading may take. */
export interface ParsingLimits {
  /** Of computing; waiting for answers does not count. */
  timeoutMs: number;
  memoryMegabytes: number;
}

/** Bounds that no well-meant file comes near. */
const DEFAULT_PARSING_LIMITS: ParsingLimits = {
  timeoutMs: 10_000,
  memoryMegabytes: 512,
};

/** One reading to be done. */
interface ParseRequest {
  reader: string;
  entry: string;
  limits: ReadLimits;
  /** Answers the reader's questions. */
  load(questions: Question[]): Promise<LoadedAnswer[]>;
}

/** `stopped`: the reader was killed at a limit, and might do better another time. */
interface ParseResult {
  reading: Reading<unknown>;
  stopped: boolean;
}

const START_MS = 30_000;

/**
 * A worker thread that runs readers, one reading at a time. A reading beyond its
 * time or memory ends the thread and is a problem of its entry; the next reading
 * gets a new thread.
 */
export class ParsingWorker {
  readonly #file: () => Promise<string>;
  readonly #start: WorkerStart;
  readonly #limits: ParsingLimits;
  #worker: Promise<Worker> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: {
    file: () => Promise<string>;
    readerModules?: string[];
    limits?: ParsingLimits;
  }) {
    this.#file = options.file;
    this.#start = { readerModules: options.readerModules ?? [] };
    this.#limits = options.limits ?? DEFAULT_PARSING_LIMITS;
  }

  /** Reads after all readings that were asked for before. */
  read(request: ParseRequest): Promise<ParseResult> {
    const result = this.#last.then(() => this.#read(request));
    this.#last = result.catch(() => {});
    return result;
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await (await worker?.catch(() => undefined))?.terminate();
  }

  async #read(request: ParseRequest): Promise<ParseResult> {
    this.#worker ??= this.#spawn();
    const worker = await this.#worker.catch(error => {
      this.#worker = undefined;
      throw error;
    });
    const { reader, entry, limits } = request;
    let answer = await this.#exchange(worker, {
      kind: 'read',
      reader,
      entry,
      limits,
    });
    while (answer.kind === 'needs') {
      const answers = await request
        .load(answer.questions)
        .catch(async error => {
          // The reader waits for an answer that will not come.
          await this.close();
          throw error;
        });
      answer = await this.#exchange(worker, { kind: 'answers', answers });
    }
    return this.#finish(answer, request);
  }

  #finish(
    answer: Exclude<Exchange, { kind: 'needs' }>,
    { reader, entry }: ParseRequest,
  ): ParseResult {
    switch (answer.kind) {
      case 'done':
        return { reading: answer.reading, stopped: false };
      case 'stopped':
        return {
          reading: {
            facts: undefined,
            problems: [describeStop(answer, reader, entry)],
          },
          stopped: true,
        };
      case 'ready':
      case 'unknown-reader':
        throw new Error(
          `The parsing worker does not know the reader ${reader}`,
        );
      default:
        return answer satisfies never;
    }
  }

  async #exchange(worker: Worker, message: ToWorker): Promise<Exchange> {
    const { timeoutMs, memoryMegabytes } = this.#limits;
    const answer = await new Promise<Exchange>(resolve => {
      const stop = (what: string, limit: number) => () =>
        settle({ kind: 'stopped', why: 'limit', what, limit });
      const timer = setTimeout(
        stop('seconds of reading', timeoutMs / 1000),
        timeoutMs,
      );
      const onError = (error: unknown) =>
        isOutOfMemory(error)
          ? stop('megabytes of memory', memoryMegabytes)()
          : settle({ kind: 'stopped', why: 'failure', reason: String(error) });
      const onExit = () => onError(new Error('the parsing thread ended'));
      function settle(value: Exchange) {
        clearTimeout(timer);
        worker.off('message', settle).off('error', onError).off('exit', onExit);
        resolve(value);
      }
      worker.on('message', settle).on('error', onError).on('exit', onExit);
      worker.postMessage(message);
    });
    if (answer.kind === 'stopped') await this.close();
    return answer;
  }

  async #spawn(): Promise<Worker> {
    const worker = new Worker(await this.#file(), {
      workerData: this.#start,
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memoryMegabytes },
    });
    worker.unref();
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error('The parsing worker did not start'));
        worker.terminate();
      }, START_MS);
      // Stays: a thread that fails while idle must not end the process.
      worker.on('error', reject);
      worker.once('message', () => {
        clearTimeout(timer);
        resolve();
      });
    });
    worker.once('exit', () => {
      this.#worker = undefined;
    });
    return worker;
  }
}

type Stopped =
  | { kind: 'stopped'; why: 'limit'; what: string; limit: number }
  | { kind: 'stopped'; why: 'failure'; reason: string };

type Exchange = FromWorker | Stopped;

function describeStop(stop: Stopped, reader: string, path: string): Problem {
  const problem = { severity: 'error', path } as const;
  return stop.why === 'limit'
    ? {
        ...problem,
        code: 'limit-exceeded',
        args: { what: stop.what, limit: stop.limit },
      }
    : {
        ...problem,
        code: 'reader-failed',
        args: { reader, reason: stop.reason },
      };
}

function isOutOfMemory(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  );
}
