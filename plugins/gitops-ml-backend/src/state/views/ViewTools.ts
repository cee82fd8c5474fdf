import {
  Envelope,
  PushedView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { DataVersion, DvcConfigFacts } from '@gitops-ml/core';
import { describePushed } from '../../live/dvcRemote/describePushed';
import { PushedChecks } from '../../live/dvcRemote/PushedChecks';
import { OpenView, RevisionViews } from './RevisionViews';

/** What views are made with. */
export interface ViewTools {
  revisions: RevisionViews;
  pushed: Pick<PushedChecks, 'look'>;
}

/** Which revision a view is about; the default branch's head where none is named. */
export interface ViewQuery {
  revision?: string;
}

/** A view's own part, beside its envelope. */
export type BodyOf<R extends Envelope> = Omit<R, keyof Envelope>;

/** Answers for outputs of a view whether they are on their remotes, as far as that is known. */
export function createPushedOf(
  { pushed }: ViewTools,
  view: OpenView,
): (output: DataVersion, configs: readonly DvcConfigFacts[]) => PushedView {
  return (output, configs) => {
    const question = describePushed(output, configs);
    return question.kind === 'known'
      ? question.status
      : pushed.look(question.remoteUrl, question.hash, view.key);
  };
}
