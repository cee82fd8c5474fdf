import { InputError } from '@backstage/errors';
import { selectFacts } from '@gitops-ml/core';
import { readWorkspace } from './readWorkspace';

/** The remote that data is pushed to. */
export interface PushRemote {
  /** Without credentials. */
  url: string;
  method: 'POST' | 'PUT';
}

/**
 * The workspace's default remote: `core.remote` of `.dvc/config`. `undefined`
 * where it names none.
 */
export async function findRemote(
  workspace: string,
): Promise<PushRemote | undefined> {
  const readings = await readWorkspace(workspace, ['.dvc/config']);
  const [config] = selectFacts(readings, 'dvc-config');
  if (config?.coreRemote === undefined) return undefined;
  const remote = config.remotes.find(({ name }) => name === config.coreRemote);
  if (remote?.url === undefined) {
    throw new InputError(
      `.dvc/config names the remote "${config.coreRemote}" as core.remote and gives it no url`,
    );
  }
  const method = remote.options.method?.toUpperCase();
  return { url: remote.url, method: method === 'PUT' ? 'PUT' : 'POST' };
}
