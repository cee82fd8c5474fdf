import { IndexView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { formatCount } from './formatBytes';

/** What the index still lacks. */
interface IndexProgress {
  kind: 'indexing' | 'waiting' | 'failed';
  title: string;
  detail: string;
  /** 0 to 1; absent where the total isn't known. */
  fraction?: number;
}

function describeIndexing(index: IndexView): IndexProgress {
  const { commits, commitsTotal } = index;
  return {
    kind: 'indexing',
    title:
      commitsTotal === undefined
        ? `Reading history: ${formatCount(commits)} commits so far`
        : `Reading history: ${formatCount(commits)} of ${formatCount(
            commitsTotal,
          )} commits`,
    detail:
      'What is shown for this revision is complete; histories and pictures fill up by themselves.',
    fraction: commitsTotal ? Math.min(1, commits / commitsTotal) : undefined,
  };
}

/** `undefined` once the index is ready. */
export function describeIndex(index: IndexView): IndexProgress | undefined {
  switch (index.status) {
    case 'ready':
      return undefined;
    case 'waiting':
      return {
        kind: 'waiting',
        title: 'The repository waits for its turn to be read',
        detail: index.message ?? 'This page fills up by itself.',
      };
    case 'failed':
      return {
        kind: 'failed',
        title: 'Reading the history failed',
        detail: index.message ?? 'The server gave no reason; its log has it.',
      };
    default:
      return describeIndexing(index);
  }
}
