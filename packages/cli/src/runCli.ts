import { GitError } from '@gitops-ml/git';
import { version } from '../package.json';
import { CliError } from './CliError';
import { Answer } from './commands/Command';
import { describeProblems } from './describe/describeProblems';
import { helpText } from './helpText';
import { Invocation, parseArguments } from './parseArguments';
import { formatJson } from './reporters/formatJson';
import { formatProblems } from './reporters/formatProblems';
import { plainText } from './reporters/plainText';
import { createTextStyle } from './reporters/TextStyle';
import { VERBS } from './verbs';
import { withWorkspace } from './Workspace';

/** The streams and variables that a run is given. */
interface CliContext {
  stdout: { write(text: string): unknown; isTTY?: boolean };
  stderr: { write(text: string): unknown; isTTY?: boolean };
  env: NodeJS.ProcessEnv;
}

type Run = Extract<Invocation, { kind: 'run' }>;

async function loadAnswer(
  invocation: Run,
): Promise<{ revision: string; answer: Answer }> {
  const verb = VERBS.find(({ name }) => name === invocation.verb);
  if (!verb) throw new CliError(`There is no verb "${invocation.verb}".`);
  const command = await verb.load();
  return withWorkspace(invocation, async workspace => {
    const found = await command(workspace, invocation);
    return { revision: found.revision ?? workspace.commit.oid, answer: found };
  });
}

async function answer(invocation: Run, context: CliContext): Promise<void> {
  const { revision, answer: found } = await loadAnswer(invocation);
  const problems = describeProblems(found.problems);
  if (invocation.json) {
    context.stdout.write(
      formatJson({ schemaVersion: 1, revision, ...found.body, problems }),
    );
    return;
  }
  const styleOf = (stream: { isTTY?: boolean }) =>
    createTextStyle({ isTTY: stream.isTTY, env: context.env });
  context.stdout.write(`${found.toText(styleOf(context.stdout))}\n`);
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
        await answer(invocation, context);
        return 0;
      default:
        return invocation satisfies never;
    }
  } catch (error) {
    context.stderr.write(`gitops-ml: ${describeFailure(error)}\n`);
    return 2;
  }
}
