import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  describeAnswer,
  describeRelease,
  describeSilence,
  nameRelease,
  NOT_SAID,
  Silence,
} from './describeAnswer';
import { StateCell } from './collectStateCells';
import { describeStepPosition, isAborted } from './describeDelivery';
import { describeDifference, Drift } from './describeDifference';
import { formatWeight } from './formatWeight';
import { STATE_PARTS } from './stateParts';

/** One of the answers about an environment, as a line of cells. */
export interface AnswerLine {
  id: 'desired' | 'synced' | 'running' | 'candidate';
  title: string;
  /** What the line is about, below its title. */
  note?: string;
  /** None where the answer is silent. */
  cells: StateCell[];
  /** Why it says nothing. */
  silence?: Silence;
  drifts: (Drift | undefined)[];
  /** The values are the last known ones; why. */
  stale?: string;
}

/** An environment: what Git wants, and the answers that say something else. */
export interface EnvironmentRow {
  environment: EnvironmentView;
  desired: AnswerLine;
  /** Those that differ from what is wanted, or can't tell. */
  others: AnswerLine[];
  /** Those that say the same. */
  agreeing: AnswerLine[];
}

const noDrifts = STATE_PARTS.map(() => undefined);

function staleReason({ status, reason }: EnvironmentView['desired']) {
  return status === 'stale'
    ? reason ?? 'The source does not answer.'
    : undefined;
}

function desiredLine(environment: EnvironmentView): AnswerLine {
  const { behind, desired, revision } = environment;
  return {
    id: 'desired',
    title: 'Git wants',
    note: revision,
    cells: describeAnswer(desired),
    silence: describeSilence(desired),
    drifts: STATE_PARTS.map(part =>
      describeDifference(behind?.differences, part, behind?.environment ?? ''),
    ),
    stale: staleReason(desired),
  };
}

function syncedLine({ synced }: EnvironmentView): AnswerLine {
  return {
    id: 'synced',
    title: 'Synced',
    cells: describeAnswer(synced),
    silence: describeSilence(synced),
    drifts: noDrifts,
    stale: staleReason(synced),
  };
}

function runningLine(environment: EnvironmentView): AnswerLine {
  const { running, runningDiffers } = environment;
  return {
    id: 'running',
    title: 'Running',
    note: running.candidate && 'stable',
    cells: describeAnswer(running),
    silence: describeSilence(running),
    drifts: STATE_PARTS.map(part =>
      describeDifference(runningDiffers, part, 'what Git wants'),
    ),
    stale: staleReason(running),
  };
}

/** A candidate that was sent back is no candidate any more, though its pods' template is still there. */
function titleCandidate({ delivery, running }: EnvironmentView) {
  if (delivery && isAborted(delivery)) {
    const at = describeStepPosition(delivery.reached);
    return { title: 'Rejected', note: at && `at ${at}` };
  }
  const { candidateWeight } = running;
  return {
    title: 'Candidate',
    note:
      candidateWeight === undefined
        ? undefined
        : formatWeight(candidateWeight, delivery?.maxWeight ?? 100),
  };
}

function candidateLine(environment: EnvironmentView): AnswerLine | undefined {
  const { running } = environment;
  const { candidate } = running;
  if (!candidate) return undefined;
  const isKnown = candidate.status === 'known';
  return {
    id: 'candidate',
    ...titleCandidate(environment),
    cells: isKnown ? describeRelease(candidate) : [],
    silence: isKnown
      ? undefined
      : { kind: 'unknown', why: candidate.reason ?? NOT_SAID },
    drifts: noDrifts,
    stale: staleReason(running),
  };
}

function isSameTuple(a: EnvironmentView['desired'], b: typeof a): boolean {
  if (a.status !== 'known' || b.status !== 'known') return false;
  return a.tuple?.digest !== undefined && a.tuple.digest === b.tuple?.digest;
}

function runsWhatIsWanted({ running, runningDiffers }: EnvironmentView) {
  return (
    running.status === 'known' &&
    runningDiffers.length > 0 &&
    runningDiffers.every(({ verdict }) => verdict === 'same')
  );
}

export function collectEnvironmentRow(
  environment: EnvironmentView,
): EnvironmentRow {
  const { desired, synced } = environment;
  const lines: [line: AnswerLine | undefined, agrees: boolean][] = [
    [syncedLine(environment), isSameTuple(desired, synced)],
    [runningLine(environment), runsWhatIsWanted(environment)],
    [candidateLine(environment), false],
  ];
  const pick = (wanted: boolean) =>
    lines.flatMap(([line, agrees]) =>
      line && agrees === wanted ? [line] : [],
    );
  return {
    environment,
    desired: desiredLine(environment),
    others: pick(false),
    agreeing: pick(true),
  };
}

/** What serves users, in a few words; `undefined` where nobody knows. */
export function nameRunning({ running }: EnvironmentView): string | undefined {
  return (
    nameRelease(running.stable) ??
    running.tuple?.model.models
      ?.map(({ name, version }) => [name, version].filter(Boolean).join(' '))
      .join(', ')
  );
}
