import { headerOf, parseObject, parseSignature } from './parseObject';

/** A commit object. @public */
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

/** Reads a commit object. */
export function readCommit(oid: string, bytes: Buffer): Commit {
  const object = parseObject(bytes);
  const committer = headerOf(object, 'committer') ?? '';
  const author = parseSignature(headerOf(object, 'author') ?? committer);
  return {
    oid,
    parents: object.headers
      .filter(header => header.key === 'parent')
      .map(header => header.value),
    author: author.name,
    authorEmail: author.email,
    date: parseSignature(committer).date,
    message: object.message,
  };
}
