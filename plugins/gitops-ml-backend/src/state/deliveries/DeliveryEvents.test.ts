import {
  createDatabase,
  createTestDatabases,
  rollBack,
} from '../../__testUtils__/createDatabase';
import { DeliveryEvent, DeliveryEvents, findReached } from './DeliveryEvents';

const PLACE = { cluster: 'demo', namespace: 'ns' };
const WORKLOAD = { kind: 'Rollout', name: 'fraud' };

const event = (change: Partial<DeliveryEvent> = {}): DeliveryEvent => ({
  uid: 'u',
  at: '2026-11-21T10:00:00.000Z',
  hash: 'h',
  phase: 'Progressing',
  message: '',
  aborted: false,
  listed: false,
  step: { index: 0, count: 3 },
  weight: { desired: 0, actual: 0 },
  ...change,
});

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('DeliveryEvents on %s', id => {
  it('keeps each version of an object once, newest first', async () => {
    const knex = await createDatabase(databases, id);
    const events = new DeliveryEvents(knex);
    const first = event();
    const second = event({
      phase: 'Healthy',
      step: undefined,
      weight: undefined,
    });
    await events.add(PLACE, { ...WORKLOAD, resourceVersion: '1' }, first);
    await events.add(PLACE, { ...WORKLOAD, resourceVersion: '1' }, second);
    await events.add(PLACE, { ...WORKLOAD, resourceVersion: '2' }, second);
    expect(await events.list(PLACE, WORKLOAD)).toEqual([second, first]);
    expect(
      await events.list({ ...PLACE, namespace: 'other' }, WORKLOAD),
    ).toEqual([]);
    await rollBack(knex);
  });

  it('forgets what was seen too long ago', async () => {
    const knex = await createDatabase(databases, id);
    const events = new DeliveryEvents(knex);
    const old = event({ at: '2025-01-01T00:00:00.000Z' });
    await events.add(PLACE, { ...WORKLOAD, resourceVersion: '1' }, old);
    await events.add(PLACE, { ...WORKLOAD, resourceVersion: '2' }, event());
    await events.deleteOlderThan(
      30 * 24 * 3600_000,
      Date.parse('2026-11-22T00:00:00Z'),
    );
    expect(await events.list(PLACE, WORKLOAD)).toEqual([event()]);
    await rollBack(knex);
  });
});

describe('findReached', () => {
  const aborted = event({ aborted: true, step: { index: 0, count: 3 } });
  const at = (index: number) => event({ step: { index, count: 3 } });

  it.each<[string, DeliveryEvent[], number | undefined]>([
    ['the last step before the abort', [aborted, at(2), at(1)], 2],
    ['step 0 as a step', [aborted, at(0)], 0],
    ['the newest attempt', [aborted, at(1), aborted, at(2)], 1],
    ['nothing without a trace', [aborted], undefined],
    [
      'nothing of another candidate',
      [aborted, event({ hash: 'x' })],
      undefined,
    ],
    ['nothing of another object', [aborted, event({ uid: 'x' })], undefined],
  ])('is %s', (_, events, index) => {
    expect(findReached(events, { uid: 'u', hash: 'h' })?.index).toBe(index);
  });

  it.each([
    ['the abort was seen', false],
    ['the abort was found when watching began again', true],
  ])('is the least that was reached where %s', (_, listed) => {
    const events = [{ ...aborted, listed }, at(1)];
    expect(findReached(events, { uid: 'u', hash: 'h' })).toEqual({
      index: 1,
      count: 3,
      isLeast: listed,
    });
  });
});
