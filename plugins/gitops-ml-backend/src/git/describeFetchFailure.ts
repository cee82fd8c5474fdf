import { redactUrls } from '@gitops-ml/core';

/** Why a repository could not be fetched. */
export interface FetchFailure {
  status: 'unreachable' | 'forbidden' | 'not-configured';
  message: string;
  /** The forge answered that there is no such repository, or none that may be seen. */
  notFound?: true;
}

const FORBIDDEN =
  /Authentication failed|could not read (Username|Password)|terminal prompts disabled|returned error: 40[13]|Access denied|HTTP Basic/i;
const NOT_FOUND =
  /not found|does not appear to be a git repository|returned error: 404/i;
const REDIRECT =
  /returned error: 3\d\d|unable to update url base from redirection/i;

/**
 * Says in words why git could not fetch, from its (English) error output. A
 * forge answers "not found" for what its credentials may not see.
 */
export function describeFetchFailure(stderr: string): FetchFailure {
  const reason = redactUrls(firstError(stderr));
  if (FORBIDDEN.test(stderr)) {
    return {
      status: 'forbidden',
      message: `The forge refuses the credentials of its integration: ${reason}`,
    };
  }
  if (REDIRECT.test(stderr)) {
    return {
      status: 'unreachable',
      message: `The forge redirects, which is not followed; correct the URL of the entity's location: ${reason}`,
    };
  }
  if (NOT_FOUND.test(stderr)) {
    return {
      status: 'forbidden',
      notFound: true,
      message: `The repository does not exist, or the credentials of the integration can't see it: ${reason}`,
    };
  }
  return {
    status: 'unreachable',
    message: `The repository can't be fetched: ${reason}`,
  };
}

function firstError(stderr: string): string {
  const lines = stderr.trim().split('\n');
  const line = lines.find(text => /^(fatal|error):/.test(text)) ?? lines[0];
  return line.replace(/^(fatal|error): /, '').trim() || 'git gave no reason';
}
