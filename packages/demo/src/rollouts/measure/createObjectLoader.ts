import { md5Of } from '../../seed/dvc/hashes';

/** The bytes of an object of a DVC remote, by its md5. */
export type LoadObject = (remoteUrl: string, md5: string) => Promise<Buffer>;

const TIMEOUT_MS = 10_000;
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

function isSameServer(one: URL, other: URL): boolean {
  const isSameHost =
    one.hostname === other.hostname ||
    (loopback.has(one.hostname) && loopback.has(other.hostname));
  return (
    isSameHost && one.protocol === other.protocol && one.port === other.port
  );
}

/** Reads from one server only: what a repository asks for does not leave the demo. */
export function createObjectLoader(serverUrl: string): LoadObject {
  return async (remoteUrl, md5) => {
    if (
      !URL.canParse(remoteUrl) ||
      !isSameServer(new URL(remoteUrl), new URL(serverUrl))
    ) {
      throw new Error(
        `the pods of the demo cluster reach ${serverUrl} only, not ${remoteUrl}`,
      );
    }
    const base = remoteUrl.replace(/\/+$/, '');
    const url = `${base}/files/md5/${md5.slice(0, 2)}/${md5.slice(2)}`;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { signal, redirect: 'error' });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) {
      throw new Error(`GET ${url} answered ${response.status}`);
    }
    if (md5Of(bytes) !== md5) throw new Error(`${url} has other bytes`);
    return bytes;
  };
}
