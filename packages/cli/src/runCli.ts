import { GitError } from '@gitops-ml/git';
import { version } from '../package.json';
import { CliError } from './CliError';
import { Answer } from './commands/Command';
import { describeProblems } from './describe/describeProblems';
import { helpText } from './helpText';
import { Invocation, parseArguments } from './parseArguments';
import { formatJson } from './reporters/formatJson';
import { formatProblems } from './reporters/formatProblems';
import { readFiles } from './readFiles';
import { plainText } from './reporters/plainText';
import { createTextStyle } from './reporters/TextStyle';
import { VERBS } from './verbs';
import { withWorkspace } from './Workspace';

/** The streams and variables that a run is given. */
interface CliContext {
  stdin: AsyncIterable<Uint8Array | string>;
  stdout: { write(text: string): unknown; isTTY?: boolean };
  stderr: { write(text: string): unknown; isTTY?: boolean };
  env: NodeJS.ProcessEnv;
}

type Run = Extract<Invocation, { kind: 'run' }>;
type ReadFiles = Extract<Invocation, { kind: 'read-files' }>;

interface Loaded {
  /** The commit that the answer is about, if it is about one. */
  revision?: string;
  answer: Answer;
}

async function loadAnswer(invocation: Run): Promise<Loaded> {
  const verb = VERBS.find(({ name }) => name === invocation.verb);
  if (verb?.reads !== 'repository') {
    throw new CliError(`There is no verb "${invocation.verb}".`);
  }
  const command = await verb.load();
  return withWorkspace(invocation, async workspace => ({
    revision: workspace.commit.oid,
    answer: await command(workspace, invocation),
  }));
}

async function loadFileAnswer(
  { verb: name, files, now }: ReadFiles,
  context: CliContext,
): Promise<Loaded> {
  const verb = VERBS.find(each => each.name === name);
  if (verb?.reads !== 'files') {
    throw new CliError(`There is no verb "${name}".`);
  }
  const command = await verb.load();
  const named = await readFiles(files, context.stdin);
  const options = { now: now ?? new Date().toISOString() };
  return { answer: command(named, options) };
}

function write(
  { answer, revision }: Loaded,
  json: boolean,
  context: CliContext,
): void {
  const problems = describeProblems(answer.problems);
  if (json) {
    const about = revision === undefined ? {} : { revision };
    context.stdout.write(
      formatJson({ schemaVersion: 1, ...about, ...answer.body, problems }),
    );
    return;
  }
  const styleOf = (stream: { isTTY?: boolean }) =>
    createTextStyle({ isTTY: stream.isTTY, env: context.env });
  context.stdout.write(`${answer.toText(styleOf(context.stdout))}\n`);
  context.stderr.write(formatProblems(problems, styleOf(context.stderr)));
}

function describeFailure(error: unknown): string {
  if (error instanceof CliError || error instanceof GitError) {
    return plainText(error.message);
  }
  const stack = error instanceof Error ? error.stack : undefined;
  return `this is a defect of gitops-ml.\n${stack ?? String(error)}`;
}

/** Runs the command line; answers the exit code. */
export async function runCli(
  args: readonly string[],
  context: CliContext,
): Promise<number> {
  try {
    const invocation = parseArguments(args);
    switch (invocation.kind) {
      case 'help':
        context.stdout.write(helpText());
        return 0;
      case 'version':
        context.stdout.write(`${version}\n`);
        return 0;
      case 'run':
        write(await loadAnswer(invocation), invocation.json, context);
        return 0;
      case 'read-files':
        write(
          await loadFileAnswer(invocation, context),
          invocation.json,
          context,
        );
        return 0;
      default:
        return invocation satisfies never;
    }
  } catch (error) {
    context.stderr.write(`gitops-ml: ${describeFailure(error)}\n`);
    return 2;
  }
}
