import { LiveWorld } from './__testUtils__/LiveWorld';
import { listFields, readStatus } from './__testUtils__/recordedStatuses';

const automated = { prune: true, selfHeal: true };
const retry = { limit: 1, backoff: { duration: '3s', maxDuration: '5s' } };
const broken = { features: 'f2', isBroken: true, model: 'm2' };

/** What the recorded cluster had and this one has not: pods behind the workloads. */
const fromPods = [
  '.summary.images[]: string',
  '.summary.externalURLs[]: string',
];

const without = (fields: string[], left: readonly string[]) =>
  fields.filter(field => !left.includes(field));

const fieldsOf = (world: LiveWorld) =>
  without(listFields(world.application.object.status), fromPods);

const recordedFields = (moment: string, left: readonly string[] = []) =>
  without(listFields(readStatus(moment).status), [...fromPods, ...left]);

async function deploy(): Promise<LiveWorld> {
  const world = new LiveWorld({ automated, retry });
  world.commit({});
  await world.register();
  await world.pass(40);
  world.settleRollout();
  await world.pass(1);
  return world;
}

/** Half seconds go by until the operation says so; a minute at most. */
async function passUntil(world: LiveWorld, words: string): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    if (world.message?.includes(words)) return;
    await world.pass(0.5);
  }
  throw new Error(`it never said ${words}, but ${world.message}`);
}

/** With a release ConfigMap that is kept, as the recorded one had. */
async function deployTwice(): Promise<LiveWorld> {
  const world = await deploy();
  world.commit({ model: 'm2' });
  await world.pass(20);
  world.settleRollout();
  await world.pass(1);
  return world;
}

// Of each moment every field that a real Argo CD wrote, and no other.
describe('the status has the fields of a real one', () => {
  it('while a job is waited for', async () => {
    const world = new LiveWorld({ automated, retry });
    world.commit({});
    await world.register();
    await world.pass(8);
    expect(world.message).toBe(
      'waiting for healthy state of batch/Job/feast-apply',
    );
    expect(fieldsOf(world)).toEqual(recordedFields('waiting for a job'));
  });

  // The recorded one's reconciledAt is then never older than its finishedAt.
  it('compared anew once an automated sync has ended', async () => {
    const world = new LiveWorld({ automated, retry });
    world.commit({});
    await world.register();
    const seen = () => world.application.status;
    for (let tries = 0; !seen().operationState?.finishedAt; tries++) {
      if (tries > 600) throw new Error('the sync never ended');
      await world.pass(0.1);
    }
    await world.pass(0.1);
    expect(seen().reconciledAt).toBe(seen().operationState?.finishedAt);
  });

  it('Synced and Healthy', async () => {
    expect(fieldsOf(await deploy())).toEqual(
      recordedFields('synced and healthy'),
    );
  });

  it('while a retry is waited for', async () => {
    const world = await deployTwice();
    world.commit(broken);
    await passUntil(world, 'Retrying attempt #1');
    expect(fieldsOf(world)).toEqual(recordedFields('waiting for a retry'));
  });

  it('failed', async () => {
    const world = await deployTwice();
    world.commit(broken);
    await world.pass(60);
    expect(world.state.operation).toBe('Failed');
    expect(fieldsOf(world)).toEqual(recordedFields('failed'));
  });

  it('healed', async () => {
    const world = await deploy();
    world.commit({ model: 'm2' });
    await world.pass(20);
    world.store.delete('Service', 'churn-staging', 'churn-canary');
    await world.pass(10);
    expect(fieldsOf(world)).toEqual(recordedFields('healed'));
  });

  it('of what its project does not allow', async () => {
    const world = new LiveWorld({ automated });
    world.invalid = ['not allowed'];
    world.commit({});
    await world.register();
    expect(fieldsOf(world)).toEqual(recordedFields('not permitted'));
  });
});

describe('an overlay that does not render, as recorded', () => {
  it.each([
    ['overlay does not render', false],
    ['requested sync of an overlay that does not render', true],
  ])('%s', async (moment, isRequested) => {
    const world = await deploy();
    world.commitBroken('no such file');
    await world.pass(6);
    if (isRequested) world.requestSync();
    await world.pass(3);
    const { status } = readStatus(moment);
    const { object } = world.application;
    const pick = ({ sync, health, sourceType }: Record<string, unknown>) => ({
      // The recorded one names its cluster by address.
      sync: listFields(sync)
        .map(field => field.replace('.server:', '.name:'))
        .sort(),
      health: listFields(health),
      sourceType,
    });
    expect(pick(object.status ?? {})).toEqual(pick(status));
    expect(object.status?.sync).toMatchObject({
      status: 'Unknown',
      revision: 'main',
    });
    expect(
      world.application.status.resources?.every(
        resource => resource.status === 'Unknown' && resource.requiresPruning,
      ),
    ).toBe(true);
  });
});
