import { headerOf, parseObject, parseSignature } from './parseObject';

/** @public */
export interface Commit {
  oid: string;
  /** As the commit names them; of a shallow clone's last commit they aren't there. */
  parents: string[];
  author: string;
  authorEmail: string | undefined;
  /** The committer's time, ISO 8601 in UTC. */
  date: string;
  message: string;
}

/** Reads a commit object; `undefined` where it has no committer with a time. */
export function readCommit(oid: string, bytes: Buffer): Commit | undefined {
  const object = parseObject(bytes);
  const committer = parseSignature(headerOf(object, 'committer'));
  if (!committer) return undefined;
  const author = parseSignature(headerOf(object, 'author')) ?? committer;
  return {
    oid,
    parents: object.headers
      .filter(header => header.key === 'parent')
      .map(header => header.value),
    author: author.name,
    authorEmail: author.email,
    date: committer.date,
    message: object.message,
  };
}
