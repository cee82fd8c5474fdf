import { parseArgs } from 'node:util';
import { CliError } from './CliError';
import { FUTURE_VERBS, VERBS } from './verbs';

/** What somebody asked for. */
export type Invocation =
  | { kind: 'help' }
  | { kind: 'version' }
  | {
      kind: 'run';
      verb: string;
      repo: string;
      rev: string | undefined;
      environment: string | undefined;
      json: boolean;
    };

const OPTIONS = {
  repo: { type: 'string' },
  rev: { type: 'string' },
  env: { type: 'string' },
  json: { type: 'boolean' },
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

function checkVerb(verb: string | undefined): string {
  if (verb === undefined) {
    throw new CliError(
      `Which verb? There are ${listVerbs()}. See gitops-ml --help.`,
    );
  }
  if (FUTURE_VERBS.includes(verb)) {
    throw new CliError(`"${verb}" is not there yet. There are ${listVerbs()}.`);
  }
  if (!VERBS.some(({ name }) => name === verb)) {
    throw new CliError(`There is no verb "${verb}". There are ${listVerbs()}.`);
  }
  return verb;
}

/** An environment says its revision itself. */
function checkEnvironment(
  verb: string,
  { env, rev }: { env?: string; rev?: string },
): void {
  if (env === undefined) return;
  if (verb !== 'state') throw new CliError(`"${verb}" takes no --env.`);
  if (rev !== undefined) {
    throw new CliError(
      '--env and --rev exclude each other: an environment says its revision itself.',
    );
  }
}

/** Reads the arguments after the program's name. Throws `CliError`. */
export function parseArguments(args: readonly string[]): Invocation {
  const { values, positionals } = parseOptions(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [first, ...others] = positionals;
  const verb = checkVerb(first);
  if (others.length > 0) {
    throw new CliError(
      `"${verb}" takes no argument, and got "${others.join(' ')}".`,
    );
  }
  checkEnvironment(verb, values);
  return {
    kind: 'run',
    verb,
    repo: values.repo ?? '.',
    rev: values.rev,
    environment: values.env,
    json: values.json ?? false,
  };
}
