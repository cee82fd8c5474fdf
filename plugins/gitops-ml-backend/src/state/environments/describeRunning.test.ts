import { ReleaseIdentityView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeState, StateTuple } from '@gitops-ml/core';
import {
  diffRunning,
  identifyByGit,
  matchRelease,
  toRunningTuple,
} from './describeRunning';
import { parseImage } from './parseImage';
import { CommitState } from './StateTuples';

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const image = (digit: string) => `ghcr.io/ml/service@${digest(digit)}`;

/** A commit whose parts have these digests. */
function createState(
  oid: string,
  options: { version?: string; image?: string; code?: string } = {},
): CommitState {
  const { version, code = 'code' } = options;
  const empty = describeState({ files: [], readings: [] });
  const tuple: StateTuple = {
    ...empty,
    code: { digest: code, paths: [] },
    model: {
      digest: `model ${version}`,
      paths: [],
      models: [{ name: 'fraud', version, artifact: undefined }],
    },
    configuration: undefined,
  };
  return {
    oid,
    tuple,
    release: version
      ? { MODEL_NAME: 'fraud', MODEL_VERSION: version, OTHER: oid }
      : undefined,
    configured: new Map(),
    images: options.image ? [parseImage(options.image)] : [],
  };
}

const pods = (
  version: string | undefined,
  images: string[] = [],
): ReleaseIdentityView =>
  version
    ? {
        status: 'known',
        configMap: 'release',
        model: { name: 'fraud', version },
        images,
      }
    : { status: 'unknown', reason: 'no release ConfigMap', images };

describe('the commits of what runs', () => {
  it.each<[string, ReleaseIdentityView, CommitState[], string | undefined]>([
    [
      'those whose release.env says the same, the newest first',
      pods('v1'),
      [
        createState('c', { version: 'v2' }),
        createState('b', { version: 'v1' }),
        createState('a', { version: 'v1' }),
      ],
      'b',
    ],
    [
      'none that names another image',
      pods('v1', [image('1')]),
      [
        createState('b', { version: 'v1', image: image('2') }),
        createState('a', { version: 'v1', image: image('1') }),
      ],
      'a',
    ],
    [
      'not those of a release that says more',
      pods('v1'),
      [
        {
          ...createState('a', { version: 'v1' }),
          release: {
            MODEL_NAME: 'fraud',
            MODEL_VERSION: 'v1',
            DATA_HASH: 'md5:1',
          },
        },
      ],
      undefined,
    ],
    [
      'without a release ConfigMap those that name the digest of the image',
      pods(undefined, [image('1')]),
      [
        createState('b', { image: image('2') }),
        createState('a', { image: image('1') }),
      ],
      'a',
    ],
    [
      'none by a tag, which may be moved',
      pods(undefined, ['service:v1']),
      [createState('a', { image: 'service:v1' })],
      undefined,
    ],
    [
      'none because Argo CD synced it',
      pods(undefined, ['service:v1']),
      [createState('a')],
      undefined,
    ],
    [
      'no commit without release.env',
      pods('v1'),
      [createState('day-zero')],
      undefined,
    ],
  ])('are %s', (_, identity, history, expected) => {
    expect(matchRelease(identity, history).commit).toBe(expected);
  });

  it('make pods known that only their image tells', () => {
    const identity = pods(undefined, [image('1')]);
    const matched = matchRelease(identity, [
      createState('a', { image: image('1') }),
    ]);
    const commit = { oid: 'a', author: 'Ada', date: '', message: '' };
    expect(identifyByGit(identity, matched, new Map([['a', commit]]))).toEqual({
      status: 'known',
      images: [image('1')],
      commit,
    });
    const unmatched = matchRelease(identity, []);
    expect(identifyByGit(identity, unmatched, new Map())).toBe(identity);
  });
});

describe('the tuple of what runs', () => {
  const NONE = { status: 'none' };

  it('has model, data and features as trained, and what all commits of the release agree on', () => {
    const identity = { ...pods('v1'), dataHash: 'md5:1' };
    const history = ['b', 'a'].map(oid => ({
      ...createState(oid, { version: 'v1', code: oid }),
      release: {
        MODEL_NAME: 'fraud',
        MODEL_VERSION: 'v1',
        DATA_HASH: 'md5:1',
      },
    }));
    const tuple = toRunningTuple(identity, matchRelease(identity, history));
    expect(tuple).toMatchObject({
      code: { status: 'unknown', reason: expect.stringMatching(/differ/) },
      configuration: NONE,
      data: { status: 'known', digest: 'md5:1', asTrained: true },
      features: { status: 'unknown', asTrained: true },
      model: { status: 'known', models: [{ name: 'fraud', version: 'v1' }] },
    });
  });

  it('is of their commits where only the image tells what pods run', () => {
    const identity = pods(undefined, [image('1')]);
    const state = createState('a', { version: 'v1', image: image('1') });
    const matched = matchRelease(identity, [state]);
    expect(toRunningTuple(identity, matched)).toMatchObject({
      code: { status: 'known', digest: 'code' },
      configuration: NONE,
      model: { status: 'known', models: [{ name: 'fraud', version: 'v1' }] },
    });
    const other = createState('b', { version: 'v2', image: image('2') });
    expect(
      diffRunning(identity, matched, other).map(({ part, verdict }) => [
        part,
        verdict,
      ]),
    ).toEqual([
      ['code', 'same'],
      ['features', 'same'],
      ['data', 'same'],
      ['model', 'differs'],
      ['configuration', 'same'],
    ]);
  });

  it('differs where another model has the same version', () => {
    const identity: ReleaseIdentityView = {
      ...pods('v1'),
      model: { name: 'churn', version: 'v1' },
    };
    const state = createState('a', { version: 'v1' });
    const differences = diffRunning(
      identity,
      matchRelease(identity, [state]),
      state,
    );
    expect(differences).toContainEqual({
      part: 'model',
      verdict: 'differs',
      text: 'churn v1 → fraud v1',
    });
  });
});
