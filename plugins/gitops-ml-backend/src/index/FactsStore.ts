import { createHash } from 'node:crypto';
import {
  DEFAULT_READ_LIMITS,
  EntryReading,
  LoadedTree,
  Problem,
  Question,
  Reader,
  ReadLimits,
  TraceStep,
} from '@gitops-ml/core';
import { RevisionTree } from '@gitops-ml/git';
import { Knex } from 'knex';
import { insertFacts } from './operations/insertFacts';
import { selectFactsOfEntry } from './operations/selectFactsOfEntry';
import { ParsingWorker } from './parsing/ParsingWorker';
import { LoadedAnswer } from './parsing/protocol';
import { FactsRow } from './tables';

/** Facts with what they depend on. */
interface KnownFacts {
  id: string;
  trace: TraceStep[];
  reading: EntryReading;
}

/** How long a reading that was stopped at a limit counts before it is tried again. */
const RETRY_MS = 60 * 60_000;

/**
 * Facts by trace: worked out once, used wherever every question that the reader
 * asked has the same answer.
 */
export class FactsStore {
  readonly #database: Knex;
  readonly #worker: Pick<ParsingWorker, 'read'>;
  readonly #limits: ReadLimits;
  readonly #now: () => number;

  constructor(options: {
    database: Knex;
    worker: Pick<ParsingWorker, 'read'>;
    limits?: ReadLimits;
    now?: () => number;
  }) {
    this.#database = options.database;
    this.#worker = options.worker;
    this.#limits = options.limits ?? DEFAULT_READ_LIMITS;
    this.#now = options.now ?? Date.now;
  }

  /** The bounds of one reading. */
  get limits(): ReadLimits {
    return this.#limits;
  }

  /** What a reader says of an entry of a tree. Throws `GitError`. */
  async read(
    reader: Pick<Reader, 'id' | 'version'>,
    entry: string,
    tree: RevisionTree,
  ): Promise<KnownFacts> {
    const entryOid = tree.oid(entry) ?? null;
    const candidates = await selectFactsOfEntry(this.#database, {
      reader: reader.id,
      version: reader.version,
      entry,
      entryOid,
    });
    for (const row of candidates) {
      const known = parseFactsRow(row);
      if (!this.#expired(row) && known.trace.every(step => tree.matches(step)))
        return known;
    }
    return this.#parse(reader, entry, tree);
  }

  #expired({ retry_at }: FactsRow): boolean {
    return retry_at !== null && Number(retry_at) <= this.#now();
  }

  async #parse(
    reader: Pick<Reader, 'id' | 'version'>,
    entry: string,
    tree: RevisionTree,
  ): Promise<KnownFacts> {
    const steps = new Map<string, TraceStep>();
    const load = async (questions: Question[]): Promise<LoadedAnswer[]> => {
      const loaded = new LoadedTree();
      for (const step of await tree.load(questions, loaded)) {
        steps.set(JSON.stringify(step), step);
      }
      return questions.map(question => pickAnswer(question, loaded));
    };
    const { reading, stopped } = await this.#worker.read({
      reader: reader.id,
      entry,
      limits: this.#limits,
      load,
    });
    const trace = [...steps.values()];
    const row: FactsRow = {
      id: digest([reader.id, reader.version, entry, trace]),
      reader: reader.id,
      version: reader.version,
      entry,
      entry_oid: tree.oid(entry) ?? null,
      trace: JSON.stringify(trace),
      facts: reading.facts === undefined ? null : JSON.stringify(reading.facts),
      problems: JSON.stringify(reading.problems),
      retry_at: stopped ? this.#now() + RETRY_MS : null,
    };
    await insertFacts(this.#database, row);
    return parseFactsRow(row);
  }
}

/** A row as facts. What it holds was written by this process or one like it. */
export function parseFactsRow(row: FactsRow): KnownFacts {
  const trace: TraceStep[] = JSON.parse(row.trace);
  const facts: unknown = row.facts === null ? undefined : JSON.parse(row.facts);
  const problems: Problem[] = JSON.parse(row.problems);
  return {
    id: row.id,
    trace,
    reading: { reader: row.reader, entry: row.entry, facts, problems },
  };
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function pickAnswer(question: Question, loaded: LoadedTree): LoadedAnswer {
  if (question.kind === 'get') {
    return {
      kind: 'get',
      path: question.path,
      answer: loaded.get(question.path) ?? { kind: 'absent' },
    };
  }
  const { directory, suffix } = question;
  const paths = loaded.list(directory, suffix) ?? [];
  return { kind: 'list', directory, suffix, paths };
}
