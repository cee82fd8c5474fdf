/** What a remote has: its branches and tags, and which branch is the default one. */
export interface RemoteRefs {
  /** Full ref name → oid; branches and tags only, without peeled ones. */
  refs: Map<string, string>;
  /** Full name of the branch that HEAD names; `undefined` when detached, or nothing was committed. */
  head: string | undefined;
}

/** Reads the output of `git ls-remote --symref`. */
export function parseRemoteRefs(output: string): RemoteRefs {
  const refs = new Map<string, string>();
  let head: string | undefined;
  for (const line of output.split('\n')) {
    const [left, name] = line.split('\t');
    if (name === undefined) continue;
    if (left.startsWith('ref: ')) {
      if (name === 'HEAD') head = left.slice('ref: '.length);
    } else if (isMirrored(name)) {
      refs.set(name, left);
    }
  }
  return { refs, head };
}

function isMirrored(name: string): boolean {
  return /^refs\/(heads|tags)\//.test(name) && !name.endsWith('^{}');
}
