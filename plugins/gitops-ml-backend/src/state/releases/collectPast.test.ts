import { ArgoCdApplication } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { describeState } from '@gitops-ml/core';
import { CommitState } from '../environments/StateTuples';
import { collectPast } from './collectPast';

const at = (day: number, minute = 0) =>
  new Date(Date.UTC(2026, 10, day, 8, minute)).toISOString();

const state = (oid: string, version?: string): CommitState => ({
  oid,
  tuple: describeState({ files: [], readings: [] }),
  configured: new Map(),
  images: [],
  release: version
    ? { MODEL_NAME: 'fraud', MODEL_VERSION: version }
    : undefined,
});

/** One commit a day. */
const application = (...oids: string[]): ArgoCdApplication => ({
  metadata: { name: 'fraud' },
  spec: { project: 'ml', destination: {} },
  status: {
    history: oids.map((revision, id) => ({
      id,
      revision,
      deployedAt: at(id + 1),
    })),
  },
});

const pods = (version: string, made: string) => ({
  at: made,
  identity: {
    status: 'known',
    model: { name: 'fraud', version },
    images: ['image'],
  },
});

const collect = (
  history: [oid: string, version?: string][],
  options: { known?: ReturnType<typeof pods>[]; after?: string } = {},
) =>
  collectPast(application(...history.map(([oid]) => oid)), {
    deployed: history.map(([oid, version]) => state(oid, version)),
    known: options.known ?? [],
    after: options.after,
  }).map(({ at: time, git, identity }) => [
    time,
    git.commit,
    identity.model?.version,
  ]);

describe('collectPast', () => {
  it('is one entry for each change of the release that was applied', () => {
    expect(
      collect([['day-zero'], ['a', 'v1'], ['readme', 'v1'], ['b', 'v2']]),
    ).toEqual([
      [at(2), 'a', 'v1'],
      [at(4), 'b', 'v2'],
    ]);
  });

  it('leaves out those of which the pods are known', () => {
    const history: [string, string][] = [
      ['a', 'v1'],
      ['b', 'v2'],
      ['c', 'v1'],
    ];
    // Back to v1: the pods are those of the second time.
    expect(collect(history, { known: [pods('v1', at(3, 5))] })).toEqual([
      [at(1), 'a', 'v1'],
      [at(2), 'b', 'v2'],
    ]);
    // A sync ends after it made the pods.
    expect(
      collect(history, {
        known: [
          pods('v1', at(1)),
          pods('v2', new Date(Date.parse(at(2)) - 60_000).toISOString()),
          pods('v1', at(9)),
        ],
      }),
    ).toEqual([]);
  });

  it('says nothing of the time in which it was watched', () => {
    expect(
      collect(
        [
          ['a', 'v1'],
          ['b', 'v2'],
        ],
        { after: at(1, 30) },
      ),
    ).toEqual([[at(2), 'b', 'v2']]);
  });

  it('never says that it became stable', () => {
    const [entry] = collectPast(application('a'), {
      deployed: [state('a', 'v1')],
      known: [],
      after: undefined,
    });
    expect(entry).toMatchObject({
      outcome: 'unknown',
      atFrom: 'argocd',
      provenance: 'argocd-history',
    });
  });
});
