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
  const left = leftOut(output);
  if (left) return known(...left);
  if (output.unreadable) {
    return known(
      'unknown',
      'The file that records its hash could not be read.',
    );
  }
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

/** Why `dvc push` passes over an output. */
function leftOut(
  output: DataVersion,
): [status: PushedStatus['status'], message: string] | undefined {
  if (output.external)
    return ['external', 'It lies outside of the repository.'];
  if (!output.cache) {
    return [
      'not-cached',
      'DVC keeps no copy of it (`cache: false`): Git may have it, the remote has not.',
    ];
  }
  if (!output.push) {
    return ['push-disabled', '`dvc push` leaves it out (`push: false`).'];
  }
  if (output.imported?.kind === 'dvc') {
    return [
      'imported',
      '`dvc push` leaves imports out; `dvc pull` gets it from where it is imported from.',
    ];
  }
  return isDownloaded(output)
    ? undefined
    : [
        'imported',
        'Imported with `--no-download`: only its source has it; `dvc pull` gets it there.',
      ];
}

/** Without a download an import has its source's hash, which no cache is ordered by. */
function isDownloaded({ imported, hash }: DataVersion): boolean {
  return !imported || !hash || /^md5/.test(hash.algorithm);
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
