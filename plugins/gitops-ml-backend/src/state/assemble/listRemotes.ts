import { DataRemoteView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { DvcConfigFacts, DvcRemote } from '@gitops-ml/core';
import { isUnder } from './isUnder';
import { Revision, toSpotView } from './Revision';

const AUTHENTICATION: Record<string, string[]> = {
  basic: ['user', 'password'],
  custom: ['custom_auth_header', 'password'],
};

/** Without these DVC refuses even to read. Source: dvc-http `HTTPFileSystem._prepare_credentials`. */
function listMissingSettings({
  options,
  redacted,
}: Pick<DvcRemote, 'options' | 'redacted'>): string[] {
  const given = new Set([...Object.keys(options), ...redacted]);
  if (given.has('ask_password')) given.add('password');
  return (AUTHENTICATION[options.auth ?? ''] ?? []).filter(
    setting => !given.has(setting),
  );
}

/** The remotes of the configurations around an entity's folder and below it. */
export function listRemotes(
  configs: readonly DvcConfigFacts[],
  revision: Revision,
): DataRemoteView[] {
  return configs
    .filter(
      ({ root }) =>
        isUnder(revision.folder, root) || isUnder(root, revision.folder),
    )
    .flatMap(({ path, coreRemote, remotes }) =>
      remotes.map(({ name, url, line, ...rest }) => ({
        name,
        url,
        default: name === coreRemote,
        asksFor: listMissingSettings(rest),
        declaredIn: toSpotView({ path, line }, revision),
      })),
    );
}
