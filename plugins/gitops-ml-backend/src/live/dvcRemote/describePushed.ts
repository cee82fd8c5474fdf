import { DataVersion, DvcConfigFacts, DvcHash } from '@gitops-ml/core';
import { PushedStatus } from './describeAnswer';

/** A status that is known without asking, or what to ask for. */
type PushedQuestion =
  | { kind: 'known'; status: PushedStatus }
  | { kind: 'ask'; remoteUrl: string; hash: DvcHash };

/**
 * Whether an output can be on a remote at all, and where. As `dvc push` has it:
 * no outputs that are not cached or not to be pushed, no imports from DVC
 * repositories. Source: dvc/repo/index.py `data_tree`, dvc/output.py.
 */
export function describePushed(
  output: DataVersion,
  configs: readonly DvcConfigFacts[],
): PushedQuestion {
  const reason = notPushable(output);
  if (reason) return known('not-pushable', reason);
  if (!output.hash) {
    return known(
      'unknown',
      'No hash is recorded: the stage never ran, or the file was not added.',
    );
  }
  if (output.remote === undefined) {
    return known(
      'no-remote',
      'No remote is set; run `dvc remote add --default NAME URL`.',
    );
  }
  const remote = findRemote(output, configs);
  if (!remote) {
    return known(
      'no-remote',
      `The remote ${output.remote} is not in .dvc/config.`,
    );
  }
  if (remote.url === undefined) {
    return known(
      'no-remote',
      `The remote ${output.remote} has no URL in .dvc/config.`,
    );
  }
  if (isOn(remote.options.version_aware) || isOn(remote.options.worktree)) {
    return known('not-checked', 'Cloud-versioned remotes are not checked.');
  }
  return { kind: 'ask', remoteUrl: remote.url, hash: output.hash };
}

function known(
  status: PushedStatus['status'],
  message: string,
): PushedQuestion {
  return { kind: 'known', status: { status, message } };
}

function notPushable(output: DataVersion): string | undefined {
  if (output.external) return 'It lies outside of the repository.';
  if (!output.cache) return 'DVC does not cache it (`cache: false`).';
  if (!output.push) return 'It is not to be pushed (`push: false`).';
  return output.imported?.kind === 'dvc'
    ? 'It is imported from another repository, which has it.'
    : undefined;
}

/** The remote in the nearest configuration that encloses the declaring file. */
function findRemote(output: DataVersion, configs: readonly DvcConfigFacts[]) {
  const { path } = output.declaredIn;
  const [nearest] = configs
    .filter(({ root }) => root === '' || path.startsWith(`${root}/`))
    .sort((a, b) => b.root.length - a.root.length);
  return nearest?.remotes.find(({ name }) => name === output.remote);
}

/** As DVC reads booleans of its configuration. Source: dvc/config_schema.py `Bool`. */
function isOn(value: string | undefined): boolean {
  return ['true', 'on', 'yes', '1'].includes(value?.toLowerCase() ?? '');
}
