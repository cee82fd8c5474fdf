/** A forge's web address as its integration has it. */
export interface ForgeHost {
  /** With the port where it is not the default one. */
  host: string;
  /** Where repositories live, without a trailing slash. */
  baseUrl: string;
}

const SCP = /^(?:[^@/\s]+@)?([^:/\s]+):(?![/:])(.+)$/;

/**
 * The text by which two URLs are the same repository: host in lower case,
 * without userinfo, default port, trailing slash and `.git`. An ssh URL gets the
 * web address of the one integration of its host; with none or several it stays
 * an address of its own. `undefined` for what is no http, https or ssh URL.
 */
export function repositoryKey(
  text: string,
  forges: readonly ForgeHost[],
): string | undefined {
  const ssh = parseSsh(text);
  if (ssh) return sshKey(ssh, forges);
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  // Which repository such an address is of, only its server knows.
  if (url.search || url.hash) return undefined;
  return `${url.protocol}//${url.host}/${cleanPath(url.pathname)}`;
}

/** Do two URLs name one repository? */
export function isSameRepository(
  a: string,
  b: string,
  forges: readonly ForgeHost[],
): boolean {
  const key = repositoryKey(a, forges);
  return key !== undefined && key === repositoryKey(b, forges);
}

function cleanPath(path: string): string {
  return path
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.git$/, '')
    .replace(/\/+$/, '');
}

function parseSsh(
  text: string,
): { hostname: string; path: string } | undefined {
  if (/^ssh:\/\//i.test(text) && URL.canParse(text)) {
    const url = new URL(text);
    return {
      hostname: url.hostname.toLowerCase(),
      path: cleanPath(url.pathname),
    };
  }
  const scp = text.includes('://') ? undefined : SCP.exec(text);
  return scp
    ? { hostname: scp[1].toLowerCase(), path: cleanPath(scp[2]) }
    : undefined;
}

function sshKey(
  ssh: { hostname: string; path: string },
  forges: readonly ForgeHost[],
): string {
  const matches = forges.filter(
    forge => forge.host.toLowerCase().replace(/:\d+$/, '') === ssh.hostname,
  );
  return matches.length === 1
    ? `${matches[0].baseUrl}/${ssh.path}`
    : `ssh://${ssh.hostname}/${ssh.path}`;
}
