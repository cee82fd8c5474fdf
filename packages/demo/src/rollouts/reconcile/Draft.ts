import { formatTime } from '../../clock/Clock';
import { AnalysisRun, RolloutStatus, TrafficWeights } from '../contract';
import { Pass, parseTime } from './Pass';
import { Plan } from './Plan';

type RunReference = Pick<AnalysisRun, 'metadata' | 'status'>;

/** What a look at a Rollout has found so far. */
export class Draft implements Omit<Plan, 'status'> {
  readonly replicaSets: Plan['replicaSets'] = [];
  readonly analysisRuns: Plan['analysisRuns'] = [];
  readonly services: Plan['services'] = [];
  readonly announcements: Plan['announcements'] = [];
  ingress: Plan['ingress'];
  requeueAt: number | undefined;
  weights: TrafficWeights | undefined;
  stepRun: RunReference | undefined;
  backgroundRun: RunReference | undefined;
  abortMessage: string | undefined;

  private abort: 'kept' | 'added' | 'removed' = 'kept';
  private readonly addedPauses: string[] = [];
  private readonly removedPauses: string[] = [];
  private arePausesCleared = false;

  constructor(private readonly pass: Pass) {
    this.weights = pass.status.canary?.weights;
    // An abort of what is promoted would abort nothing.
    if (pass.isFullyPromoted && this.isAborted) this.removeAbort();
  }

  get isAborted(): boolean {
    if (this.abort === 'removed') return false;
    return this.abort === 'added' || this.pass.status.abort === true;
  }

  get hasNewPause(): boolean {
    return this.addedPauses.length > 0;
  }

  addAbort(message: string): void {
    this.abort = 'added';
    this.abortMessage = message;
  }

  removeAbort(): void {
    this.abort = 'removed';
  }

  addPause(reason: string): void {
    this.addedPauses.push(reason);
  }

  removePause(reason: string): void {
    this.removedPauses.push(reason);
  }

  clearPauses(): void {
    this.arePausesCleared = true;
  }

  announce(
    reason: string,
    message: string,
    type: 'Normal' | 'Warning' = 'Normal',
  ): void {
    this.announcements.push({ type, reason, message });
  }

  requeue(at: number): void {
    this.requeueAt = Math.min(this.requeueAt ?? at, at);
  }

  /**
   * The fields of the status that tell of aborts and pauses.
   * Source: rollout/pause.go `CalculatePauseStatus`.
   */
  describePauses(): Pick<
    RolloutStatus,
    'abort' | 'abortedAt' | 'pauseConditions' | 'controllerPause'
  > {
    const { status, now } = this.pass;
    if (this.isAborted) {
      return {
        abort: true,
        abortedAt: formatTime(parseTime(status.abortedAt) ?? now),
      };
    }
    if (this.arePausesCleared) return {};
    const before = status.pauseConditions ?? [];
    const kept = before.filter(
      ({ reason }) => !this.removedPauses.includes(reason),
    );
    const added = this.addedPauses
      .filter(reason => before.every(each => each.reason !== reason))
      .map(reason => ({ reason, startTime: formatTime(now) }));
    const pauseConditions = [...kept, ...added];
    if (pauseConditions.length === 0) return {};
    const isOurs = added.length > 0 || status.controllerPause === true;
    return { ...(isOurs && { controllerPause: true }), pauseConditions };
  }
}
