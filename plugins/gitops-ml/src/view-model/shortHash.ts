import { HashView } from '@gitops-ml/backstage-plugin-gitops-ml-common';

const SHORT = 7;

/** A name of content that shows at once whether it is data or a commit. */
export interface ShownHash {
  /** `data:5d41402`, `git:3f2a1c9` */
  label: string;
  /** What the copy button copies. */
  full: string;
  /** For the tooltip: `md5 5d41402abc….dir`. */
  description: string;
}

/** `path`: of what, where the place doesn't say it. */
export function describeDataHash(hash: HashView, path?: string): ShownHash {
  return {
    label: `data:${hash.value.slice(0, SHORT)}`,
    full: hash.value,
    description: `${path === undefined ? '' : `${path}: `}${hash.algorithm} ${
      hash.value
    }`,
  };
}

export function describeCommitOid(oid: string): ShownHash {
  return {
    label: `git:${oid.slice(0, SHORT)}`,
    full: oid,
    description: `Git commit ${oid}`,
  };
}
