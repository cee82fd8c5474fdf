/** Why a repository's refs could not be listed, as go-git words it; `stderr` is git's. */
export function describeListFailure(url: string, stderr: string): string {
  if (/Authentication failed|could not read Username/i.test(stderr)) {
    return 'authentication required: ';
  }
  if (/error: 403/.test(stderr)) return 'authorization failed: ';
  if (/not found/i.test(stderr)) return 'repository not found: ';
  const asked = `Get "${url}/info/refs?service=git-upload-pack"`;
  const { hostname, port } = new URL(url);
  if (/Could(n't| not) connect|Failed to connect/i.test(stderr)) {
    return `${asked}: dial tcp ${hostname}:${
      port || '80'
    }: connect: connection refused`;
  }
  return `${asked}: ${stderr.trim().split('\n').pop() ?? ''}`;
}
