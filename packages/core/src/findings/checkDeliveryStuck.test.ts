import { checkDeliveryStuck } from './checkDeliveryStuck';
import { formatFinding } from './formatFinding';

type Delivery = Parameters<typeof checkDeliveryStuck>[0]['delivery'];

const NOW = '2026-11-21T12:00:00Z';
const RECENT = '2026-11-21T11:30:00Z';
const LONG_AGO = '2026-11-21T10:30:00Z';

const check = (
  delivery: Partial<Delivery>,
  changedAt: string | undefined = LONG_AGO,
) =>
  checkDeliveryStuck({
    environment: 'staging',
    delivery: {
      kind: 'Rollout',
      name: 'fraud',
      phase: 'Progressing',
      message: '',
      aborted: false,
      analyses: [],
      ...delivery,
    },
    changedAt,
    now: NOW,
  }).map(finding => ({
    severity: finding.severity,
    args: finding.args,
    ...formatFinding(finding),
    evidence: finding.evidence,
  }));

it.each<[string, Partial<Delivery>, string | undefined]>([
  ['is Healthy', { phase: 'Healthy' }, LONG_AGO],
  ['was aborted', { phase: 'Degraded', aborted: true }, LONG_AGO],
  [
    'is paused by its plan, however long',
    { phase: 'Paused', paused: { reason: 'CanaryPauseStep', since: LONG_AGO } },
    LONG_AGO,
  ],
  ['moved within the hour', {}, RECENT],
  ['is being analysed', { analyses: [{ phase: 'Running' }] }, LONG_AGO],
])('is no finding where the delivery %s', (_, delivery, changedAt) => {
  expect(check(delivery, changedAt)).toEqual([]);
});

it('is none where nobody saw it change', () => {
  const input = { environment: 'a', changedAt: undefined, now: NOW };
  const delivery = {
    kind: 'Rollout',
    name: 'fraud',
    phase: 'Progressing',
    message: '',
    aborted: false,
    analyses: [],
  };
  expect(checkDeliveryStuck({ ...input, delivery })).toEqual([]);
});

it.each<[string, Partial<Delivery>, object]>([
  [
    'its pods did not become ready in time',
    {
      phase: 'Degraded',
      message: 'ProgressDeadlineExceeded: timed out',
      since: RECENT,
    },
    {
      severity: 'error',
      args: { workload: 'Rollout fraud', reason: 'failed', since: RECENT },
      evidence: [{ text: 'ProgressDeadlineExceeded: timed out' }],
    },
  ],
  [
    'its analysis was inconclusive',
    {
      phase: 'Paused',
      paused: { reason: 'InconclusiveAnalysisRun', since: RECENT },
    },
    {
      severity: 'warning',
      args: {
        workload: 'Rollout fraud',
        reason: 'inconclusive',
        since: RECENT,
      },
    },
  ],
  [
    'nothing changed for an hour',
    { analyses: [{ phase: 'Successful' }] },
    {
      severity: 'warning',
      args: {
        workload: 'Rollout fraud',
        reason: 'no-progress',
        since: LONG_AGO,
      },
      message: `The delivery of Rollout fraud to staging has not moved since ${LONG_AGO}.`,
      evidence: [],
    },
  ],
])('says that it is stuck where %s', (_, delivery, expected) => {
  expect(check(delivery)).toEqual([expect.objectContaining(expected)]);
});
