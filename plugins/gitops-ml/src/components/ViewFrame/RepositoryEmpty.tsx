import { Envelope } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeIndex } from '../../view-model/describeIndex';
import { quoteShell } from '../../view-model/quoteShell';
import { EmptyState } from '../EmptyState/EmptyState';
import { ViewSkeleton } from './ViewSkeleton';

/** No commit is known: either none was read yet, or there is none. */
export const RepositoryEmpty = ({ envelope }: { envelope: Envelope }) => {
  const { repository, index, source } = envelope;
  if (describeIndex(index)?.kind === 'failed' || source.status !== 'ok') {
    return null;
  }
  if (index.status !== 'ready') return <ViewSkeleton />;
  return (
    <EmptyState
      title="The repository has no commits yet"
      lookedFor={`We looked for a default branch in ${repository.url}.`}
      appearsWhen="This page shows what the first push brings."
      commands={[
        `git remote add origin ${quoteShell(repository.url)}`,
        `git push -u origin ${quoteShell(repository.defaultBranch ?? 'main')}`,
      ]}
    />
  );
};
