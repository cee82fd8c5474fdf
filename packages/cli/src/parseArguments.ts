import { parseArgs } from 'node:util';
import { CliError } from './CliError';
import { FUTURE_VERBS, Verb, VERBS } from './verbs';

/** What somebody asked for. */
export type Invocation =
  | { kind: 'help' }
  | { kind: 'version' }
  | {
      kind: 'run';
      verb: string;
      repo: string;
      rev: string | undefined;
      json: boolean;
    }
  | {
      kind: 'read-files';
      verb: string;
      /** `-` is the standard input. */
      files: string[];
      now: string | undefined;
      json: boolean;
    };

const OPTIONS = {
  repo: { type: 'string' },
  rev: { type: 'string' },
  json: { type: 'boolean' },
  now: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

function listVerbs(): string {
  return VERBS.map(verb => verb.name).join(', ');
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const names = Object.keys(OPTIONS).map(name => `--${name}`);
    throw new CliError(
      `${reason
        .split(/\.\s/)[0]
        .replace(/\.$/, '')}. The options are ${names.join(', ')}.`,
    );
  }
}

function findVerb(name: string | undefined): Verb {
  if (name === undefined) {
    throw new CliError(
      `Which verb? There are ${listVerbs()}. See gitops-ml --help.`,
    );
  }
  if (FUTURE_VERBS.includes(name)) {
    throw new CliError(`"${name}" is not there yet. There are ${listVerbs()}.`);
  }
  const verb = VERBS.find(each => each.name === name);
  if (verb) return verb;
  throw new CliError(`There is no verb "${name}". There are ${listVerbs()}.`);
}

type Values = ReturnType<typeof parseOptions>['values'];

function refuseOptions(
  verb: Verb,
  values: Values,
  options: readonly (keyof Values)[],
): void {
  const given = options.find(option => values[option] !== undefined);
  if (given === undefined) return;
  throw new CliError(`"${verb.name}" takes no --${given}.`);
}

function parseNow(now: string | undefined): string | undefined {
  if (now === undefined) return undefined;
  const isTime = /^\d{4}-\d\d-\d\d/.test(now) && !Number.isNaN(Date.parse(now));
  if (isTime) return new Date(now).toISOString();
  throw new CliError(
    `--now is "${now}", which is no time. Write it as 2026-01-31T09:05:00Z.`,
  );
}

function parseFileVerb(
  verb: Verb,
  values: Values,
  files: string[],
): Invocation {
  refuseOptions(verb, values, ['repo', 'rev']);
  if (files.length === 0) {
    throw new CliError(
      `"${verb.name}" needs the files to read, or - for the standard input.`,
    );
  }
  return {
    kind: 'read-files',
    verb: verb.name,
    files,
    now: parseNow(values.now),
    json: values.json ?? false,
  };
}

/** Reads the arguments after the program's name. Throws `CliError`. */
export function parseArguments(args: readonly string[]): Invocation {
  const { values, positionals } = parseOptions(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [first, ...others] = positionals;
  const verb = findVerb(first);
  if (verb.reads === 'files') return parseFileVerb(verb, values, others);
  refuseOptions(verb, values, ['now']);
  if (others.length > 0) {
    throw new CliError(
      `"${verb.name}" takes no argument, and got "${others.join(' ')}".`,
    );
  }
  return {
    kind: 'run',
    verb: verb.name,
    repo: values.repo ?? '.',
    rev: values.rev,
    json: values.json ?? false,
  };
}
