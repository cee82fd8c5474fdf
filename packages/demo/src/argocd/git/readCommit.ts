import { runGit } from '@gitops-ml/git';

/** A commit as Argo CD shows it. */
export interface CommitDescription {
  /** `name <email>` */
  author: string;
  /** When it was written, in RFC 3339. */
  date: string;
  /** Absent where none points at it. */
  tags?: string[];
  message: string;
}

const lines = (output: Buffer) => output.toString().split('\n').filter(Boolean);

/** Reads a commit that a bare repository has (util/git/client.go, RevisionMetadata). */
export async function readCommit(
  gitDirectory: string,
  oid: string,
): Promise<CommitDescription> {
  const shown = await runGit({
    gitDirectory,
    args: [
      'show',
      '-s',
      '--format=%an <%ae>%n%at%n%B',
      '--end-of-options',
      oid,
    ],
  });
  const [author = '', seconds = '', ...message] = shown.toString().split('\n');
  const pointing = await runGit({
    gitDirectory,
    args: ['tag', '--points-at', oid],
  });
  const tags = lines(pointing);
  return {
    author,
    date: `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z`,
    ...(tags.length > 0 && { tags }),
    message: message.join('\n').trim(),
  };
}
