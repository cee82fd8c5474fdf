import { ReactNode } from 'react';
import { Envelope } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { EntityView } from '../../hooks/useEntityView';
import { IndexBanner } from '../Banners/IndexBanner';
import { LiveBanner } from '../Banners/LiveBanner';
import { RefreshErrorBanner } from '../Banners/RefreshErrorBanner';
import { SourceBanner } from '../Banners/SourceBanner';
import { ProblemList } from '../ProblemList/ProblemList';
import { SourceLine } from '../SourceLine/SourceLine';
import { LiveParts } from './LiveParts';
import { ErrorState } from './ErrorState';
import { RepositoryEmpty } from './RepositoryEmpty';
import { ViewSkeleton } from './ViewSkeleton';
import styles from './ViewFrame.module.css';

/** An answer with all that qualifies it, or what stands in its place. */
export function ViewBody<T extends Envelope>(props: {
  view: EntityView<T>;
  live?: LiveParts<T>;
  children: (value: T) => ReactNode;
}) {
  const { value, error, reload, isOutdated } = props.view;
  if (!value) {
    return error ? (
      <ErrorState error={error} onRetry={reload} />
    ) : (
      <ViewSkeleton />
    );
  }
  const sources = props.live?.collectSources(value) ?? [];
  const isShown =
    value.revision !== undefined || props.live?.hasContent(value) === true;
  return (
    <div
      className={isOutdated ? styles.outdated : styles.root}
      aria-busy={isOutdated}
    >
      {error && <RefreshErrorBanner error={error} onRetry={reload} />}
      <SourceBanner source={value.source} />
      {sources.map((source, index) => (
        <LiveBanner key={index} source={source} />
      ))}
      <IndexBanner index={value.index} />
      <ProblemList problems={value.problems} />
      {isShown ? props.children(value) : <RepositoryEmpty envelope={value} />}
      <SourceLine envelope={value} live={sources} />
    </div>
  );
}
