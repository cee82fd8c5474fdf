import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { countNoun } from '../countNoun';
import { nameRelease } from './describeAnswer';
import { hasEndedBadly } from './describeMetricPhase';

type Analysis = DeliveryView['analyses'][number];

/** A run's verdict, whose it is, and its size. */
export function describeAnalysis(
  run: Analysis,
  revisions: DeliveryView['revisions'],
): {
  title: string;
  subtitle: string;
} {
  const at = run.stepIndex === undefined ? '' : ` at step ${run.stepIndex}`;
  const kind = run.type === 'Background' ? 'Background analysis' : 'Analysis';
  const judged = revisions.find(({ hash }) => hash === run.hash);
  const version = nameRelease(judged?.release);
  return {
    title: `${kind}${at}: ${run.phase}`,
    subtitle: [
      version &&
        `of ${version}${judged?.role === 'earlier' ? ', earlier' : ''}`,
      run.name,
      countNoun(run.metrics.length, 'metric'),
    ]
      .filter(Boolean)
      .join(' · '),
  };
}

/** The runs of the version that is delivered, or was last; and those of versions before it. */
export function splitAnalyses({
  analyses,
  revisions,
}: Pick<DeliveryView, 'analyses' | 'revisions'>): {
  own: Analysis[];
  earlier: Analysis[];
} {
  const newest =
    revisions.find(({ role }) => role === 'candidate') ??
    revisions.find(({ role }) => role === 'stable');
  const isOwn = ({ hash }: Analysis) =>
    !newest || hash === undefined || hash === newest.hash;
  return {
    own: sortAnalyses(analyses.filter(isOwn)),
    earlier: sortAnalyses(analyses.filter(run => !isOwn(run))),
  };
}

/** Newest first; one that has not begun stands before those that have. */
function sortAnalyses(analyses: readonly Analysis[]): Analysis[] {
  const time = ({ startedAt }: Analysis) => startedAt ?? '9999';
  return [...analyses].sort((a, b) => time(b).localeCompare(time(a)));
}

/** What one wants to see at once: the newest, if it is under way or ended badly. */
export function isOpenAtFirst(run: Analysis, index: number): boolean {
  return index === 0 && (hasEndedBadly(run.phase) || run.phase === 'Running');
}
