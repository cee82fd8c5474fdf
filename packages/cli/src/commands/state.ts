import {
  collectEnvironments,
  DeclaredEnvironment,
  describeState,
  READERS,
} from '@gitops-ml/core';
import { CliError } from '../CliError';
import { describeStateRow } from '../describe/describeStateRow';
import { plainText } from '../reporters/plainText';
import { formatState } from '../reporters/formatState';
import { Workspace } from '../Workspace';
import { Command } from './Command';

async function findEnvironment(
  workspace: Workspace,
  name: string,
): Promise<DeclaredEnvironment> {
  const declared = collectEnvironments(await workspace.read(READERS));
  const found = declared.find(environment => environment.name === name);
  if (found) return found;
  const names = declared.map(environment => environment.name).join(', ');
  throw new CliError(
    `There is no environment "${name}" at HEAD. ${
      names ? `There are ${plainText(names)}.` : 'None is declared.'
    }`,
  );
}

/** The commit that an environment follows. A clone has branches of its remote under that name. */
async function resolveRevision(
  { repository, commit }: Workspace,
  { name, revision }: DeclaredEnvironment,
): Promise<string> {
  if (revision === undefined || revision === 'HEAD') return commit.oid;
  const oid =
    (await repository.resolve(revision)) ??
    (await repository.resolve(`refs/remotes/origin/${revision}`));
  if (oid) return oid;
  throw new CliError(
    `The revision "${plainText(
      revision,
    )}" of the environment "${name}" names no commit of this repository.`,
  );
}

/** `gitops-ml state`: of a commit, or of what an environment is to run. */
export const state: Command = async (workspace, options) => {
  const environment =
    options.environment === undefined
      ? undefined
      : await findEnvironment(workspace, options.environment);
  const revision = environment
    ? await resolveRevision(workspace, environment)
    : workspace.commit.oid;
  const [readings, entries] = await Promise.all([
    workspace.read(READERS, revision),
    workspace.repository.tree(revision),
  ]);
  const tuple = describeState({ files: entries, readings, environment });
  const row = describeStateRow(tuple);
  return {
    revision,
    body: { ...row },
    problems: [
      ...readings.flatMap(reading => reading.problems),
      ...tuple.problems,
    ],
    toText: style => formatState(row, style),
  };
};
