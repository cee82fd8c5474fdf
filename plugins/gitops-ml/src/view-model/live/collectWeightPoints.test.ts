import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { collectWeightPoints } from './collectWeightPoints';

const at = (seconds: number) =>
  new Date(Date.parse('2026-11-21T09:00:00Z') + seconds * 1000).toISOString();

const event = (
  seconds: number,
  phase: string,
  desired: number,
  actual: number,
): DeliveryView['events'][number] => ({
  at: at(seconds),
  phase,
  message: '',
  weight: { desired, actual },
});

const collect = (
  events: DeliveryView['events'],
  phase = events[0]?.phase ?? 'Healthy',
) =>
  collectWeightPoints(
    { events, maxWeight: 100, phase },
    Date.parse(at(100_000)),
  ).map(({ time, desired, actual, isNow }) => [
    (time - Date.parse(at(0))) / 1000,
    desired,
    actual,
    ...(isNow ? ['now'] : []),
  ]);

describe('the weights of a delivery over time', () => {
  it('begins at weight 0 and goes on a little behind the last change', () => {
    expect(
      collect([
        event(80, 'Paused', 20, 20),
        event(40, 'Progressing', 20, 0),
        event(0, 'Progressing', 0, 0),
      ]),
    ).toEqual([
      [0, 0, 0],
      [40, 20, 0],
      [80, 20, 20],
      [100, 20, 20, 'now'],
    ]);
  });

  it('ends where the delivery came to its end, and leaves older ones out', () => {
    expect(
      collect([
        event(300, 'Healthy', 100, 100),
        event(260, 'Healthy', 100, 100),
        event(250, 'Progressing', 100, 50),
        event(200, 'Progressing', 50, 0),
        event(100, 'Healthy', 100, 100),
        event(50, 'Degraded', 0, 0),
      ]),
    ).toEqual([
      [200, 50, 0],
      [250, 100, 50],
      [260, 100, 100],
    ]);
  });

  it('leaves out the weight of the version before, until the controller has begun', () => {
    const before = {
      ...event(0, 'Progressing', 100, 100),
      step: { index: 5, count: 5 },
    };
    const begun = {
      ...event(1, 'Progressing', 10, 0),
      step: { index: 0, count: 5 },
    };
    expect(collect([begun, before])).toEqual([
      [1, 10, 0],
      [2, 10, 0, 'now'],
    ]);
  });

  it('draws nothing of what was always healthy, of one moment that is over, or without weights', () => {
    expect(collect([event(5, 'Healthy', 100, 100)])).toEqual([]);
    expect(collect([])).toEqual([]);
    expect(collect([{ at: at(0), phase: 'Progressing', message: '' }])).toEqual(
      [],
    );
  });
});
