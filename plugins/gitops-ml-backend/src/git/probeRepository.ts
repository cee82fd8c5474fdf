import os from 'node:os';
import { Repository } from '../forge/describeRepository';
import { forgeCredentials } from '../forge/forgeCredentials';
import { LoadForgeSecret } from '../forge/loadForgeSecret';
import { RepositoryProbe } from '../forge/RepositoryProbe';
import { networkGit } from './networkGit';

const PROBE_TIMEOUT_MS = 10_000;

/**
 * Asks the forge, as its integration, whether a repository exists: one
 * `git ls-remote`. A forge says "not found" for what the integration may not
 * see, so `free` means free as far as the integration can tell.
 */
export async function probeRepository(
  repository: Repository,
  loadSecret: LoadForgeSecret,
): Promise<RepositoryProbe> {
  const outcome = await networkGit(
    {
      args: ['ls-remote', '--end-of-options', repository.cloneUrl, 'HEAD'],
      url: repository.cloneUrl,
      authorization: forgeCredentials(await loadSecret(repository)),
      cwd: os.tmpdir(),
    },
    { timeoutMs: PROBE_TIMEOUT_MS, maxBytes: 0 },
  );
  if (outcome.ok) return { status: 'taken' };
  return outcome.failure.notFound
    ? { status: 'free' }
    : { status: 'unknown', message: outcome.failure.message };
}
