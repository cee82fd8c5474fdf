import path from 'node:path';
import { GitError, tryGit } from '@gitops-ml/git';
import { describeFetchFailure, FetchFailure } from './describeFetchFailure';
import { measureDirectory } from './measureDirectory';

/** Bounds of one command that speaks to a forge. */
export interface NetworkLimits {
  timeoutMs: number;
  /** Bytes of `directory`; measured while git runs. */
  maxBytes: number;
}

/** One command that speaks to a forge. */
interface NetworkCommand {
  args: readonly string[];
  /** The URL spoken to; the header goes to its origin only. */
  url: string;
  /** Value of the `Authorization` header. */
  authorization: string | undefined;
  /** Where git runs: the mirrors' folder. */
  cwd: string;
  /** The repository that grows, where one does. */
  gitDirectory?: string;
}

/** @returns the output, or why there is none */
export type NetworkOutcome =
  | { ok: true; stdout: string }
  | { ok: false; failure: FetchFailure };

const QUOTA_CHECK_MS = 500;

/**
 * Runs git against a forge: only http and https, no redirects, no prompts, no
 * helpers; credentials by environment; ended at its limits.
 */
export async function networkGit(
  command: NetworkCommand,
  limits: NetworkLimits,
): Promise<NetworkOutcome> {
  const abort = new AbortController();
  let stop: FetchFailure | undefined;
  const end = (failure: FetchFailure) => {
    stop ??= failure;
    abort.abort();
  };
  const timer = setTimeout(() => end(tooSlow(limits)), limits.timeoutMs);
  const quota = setInterval(async () => {
    if (!command.gitDirectory) return;
    const bytes = await measureDirectory(command.gitDirectory);
    if (bytes > limits.maxBytes) end(tooLarge(limits));
  }, QUOTA_CHECK_MS);
  try {
    const { exitCode, stdout, stderr } = await tryGit({
      args: command.args,
      cwd: command.cwd,
      gitDirectory: command.gitDirectory,
      protocols: ['http', 'https'],
      extra: authorizationEnvironment(command),
      signal: abort.signal,
    });
    return exitCode === 0
      ? { ok: true, stdout: stdout.toString('utf8') }
      : { ok: false, failure: stop ?? describeFetchFailure(stderr) };
  } catch (error) {
    if (stop) return { ok: false, failure: stop };
    if (!(error instanceof GitError)) throw error;
    return {
      ok: false,
      failure: { status: 'unreachable', message: error.message },
    };
  } finally {
    clearTimeout(timer);
    clearInterval(quota);
  }
}

/** Why a mirror beyond its quota is not kept. */
export function tooLarge({ maxBytes }: { maxBytes: number }): FetchFailure {
  return {
    status: 'not-configured',
    message: `The repository takes more than the ${maxBytes} bytes of gitopsMl.mirrors.maxBytes.`,
  };
}

function tooSlow({ timeoutMs }: NetworkLimits): FetchFailure {
  return {
    status: 'unreachable',
    message: `The forge did not answer within the ${
      timeoutMs / 1000
    } s of gitopsMl.mirrors.timeout.`,
  };
}

function authorizationEnvironment({
  url,
  authorization,
  cwd,
}: NetworkCommand): NodeJS.ProcessEnv {
  const surroundings = {
    // A repository around the mirrors' folder has no say.
    GIT_CEILING_DIRECTORIES: path.dirname(cwd),
    // A helper process outlives a killed git until its connection ends.
    GIT_HTTP_LOW_SPEED_LIMIT: '1',
    GIT_HTTP_LOW_SPEED_TIME: '60',
  };
  return authorization
    ? {
        ...surroundings,
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `http.${new URL(url).origin}/.extraHeader`,
        GIT_CONFIG_VALUE_0: `Authorization: ${authorization}`,
      }
    : surroundings;
}
