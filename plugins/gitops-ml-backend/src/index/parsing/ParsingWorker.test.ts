import path from 'node:path';
import { DEFAULT_READ_LIMITS, Question } from '@gitops-ml/core';
import { findWorkerFile } from './findWorkerFile';
import { ParsingWorker, ParsingLimits } from './ParsingWorker';
import { LoadedAnswer } from './protocol';

const READERS = path.resolve(
  __dirname,
  '../../__testUtils__/hostileReaders.cjs',
);

const encode = (text: string) => new TextEncoder().encode(text);

jest.setTimeout(30_000);

describe('ParsingWorker', () => {
  let worker: ParsingWorker;

  const start = (limits: Partial<ParsingLimits> = {}) => {
    worker = new ParsingWorker({
      file: findWorkerFile,
      readerModules: [READERS],
      limits: { timeoutMs: 5000, memoryMegabytes: 64, ...limits },
    });
  };

  afterEach(() => worker.close());

  const read = (reader: string, files: Record<string, string> = { x: '' }) => {
    const asked: Question[][] = [];
    const load = async (questions: Question[]): Promise<LoadedAnswer[]> => {
      asked.push(questions);
      return questions.map(question =>
        question.kind === 'get'
          ? {
              kind: 'get',
              path: question.path,
              answer:
                question.path in files
                  ? { kind: 'bytes', bytes: encode(files[question.path]) }
                  : { kind: 'absent' },
            }
          : { ...question, paths: ['parts/a.txt'] },
      );
    };
    return worker
      .read({ reader, entry: 'x', limits: DEFAULT_READ_LIMITS, load })
      .then(result => ({ ...result, asked }));
  };

  it('answers what a reader asks for until it is done', async () => {
    start();
    const { reading, stopped, asked } = await read('polite', {
      x: 'a\nb',
      'parts/a': 'A',
    });
    expect(stopped).toBe(false);
    expect(reading).toEqual({
      facts: {
        kind: 'polite',
        path: 'x',
        listing: ['parts/a.txt'],
        parts: ['A', 'absent'],
      },
      problems: [],
    });
    expect(asked).toEqual([
      [{ kind: 'get', path: 'x' }],
      [
        { kind: 'get', path: 'parts/a' },
        { kind: 'get', path: 'parts/b' },
        { kind: 'list', directory: 'parts', suffix: '.txt' },
      ],
    ]);
  });

  it('stops a reading that never ends, and goes on with the next', async () => {
    start({ timeoutMs: 200 });
    const [endless, polite] = await Promise.all([
      read('endless'),
      read('polite'),
    ]);
    expect(endless).toMatchObject({
      stopped: true,
      reading: {
        facts: undefined,
        problems: [
          {
            code: 'limit-exceeded',
            path: 'x',
            args: { what: 'seconds of reading', limit: 0.2 },
          },
        ],
      },
    });
    expect(polite.stopped).toBe(false);
  });

  it('stops a reading that takes all memory', async () => {
    start();
    const { reading } = await read('hoarder');
    expect(reading.problems).toMatchObject([
      {
        code: 'limit-exceeded',
        args: { what: 'megabytes of memory', limit: 64 },
      },
    ]);
    expect((await read('polite')).stopped).toBe(false);
  });

  it('names a reader that throws', async () => {
    start();
    const { reading } = await read('thrower');
    expect(reading.problems).toMatchObject([
      { code: 'reader-failed', args: { reader: 'thrower' } },
    ]);
    expect((await read('polite')).stopped).toBe(false);
  });

  it('does not count the time of answering', async () => {
    start({ timeoutMs: 300 });
    const slow = worker.read({
      reader: 'polite',
      entry: 'x',
      limits: DEFAULT_READ_LIMITS,
      load: async questions => {
        await new Promise(resolve => setTimeout(resolve, 400));
        return questions.map(question =>
          question.kind === 'get'
            ? { ...question, answer: { kind: 'absent' } }
            : { ...question, paths: [] },
        );
      },
    });
    expect((await slow).stopped).toBe(false);
  });

  it('fails a reading whose questions can not be answered, and goes on', async () => {
    start();
    await expect(
      worker.read({
        reader: 'polite',
        entry: 'x',
        limits: DEFAULT_READ_LIMITS,
        load: async () => {
          throw new Error('mirror is gone');
        },
      }),
    ).rejects.toThrow('mirror is gone');
    expect((await read('polite')).stopped).toBe(false);
  });
});
