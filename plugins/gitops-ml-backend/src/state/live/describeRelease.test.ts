import { ConfigMapContent } from '../../live/kubernetes/ConfigMaps';
import { Observed } from '../../live/Observed';
import { describeRelease } from './describeRelease';

const since = '2026-11-21T10:00:00.000Z';
const content = (
  data: Record<string, string> | undefined,
): Observed<ConfigMapContent> => ({
  status: 'ok',
  since,
  value: { data },
  valueObservedAt: since,
});

const describeWith = (maps: Record<string, Observed<ConfigMapContent>>) =>
  describeRelease(
    { configMaps: Object.keys(maps), images: ['image'] },
    name => maps[name],
  );

describe('describeRelease', () => {
  it('is what the release ConfigMap says, whatever else pods read', () => {
    expect(
      describeWith({
        settings: content({ LOG_LEVEL: 'info' }),
        'release-1': content({
          MODEL_NAME: 'fraud',
          MODEL_VERSION: 'v1',
          MODEL_HASH: 'md5:1',
          DATA_HASH: 'md5:2',
          FEATURES_DIGEST: '',
        }),
        other: content({}),
      }),
    ).toEqual({
      status: 'known',
      configMap: 'release-1',
      model: { name: 'fraud', version: 'v1', hash: 'md5:1' },
      dataHash: 'md5:2',
      featuresDigest: undefined,
      images: ['image'],
    });
  });

  it('still says what was seen of one that can’t be read now', () => {
    const seen = content({ MODEL_HASH: 'md5:1' });
    expect(
      describeWith({ release: { ...seen, status: 'unreachable' } }).status,
    ).toBe('known');
  });

  it.each<[string, Record<string, Observed<ConfigMapContent>>, RegExp]>([
    ['no ConfigMap', {}, /no release ConfigMap/],
    ['another ConfigMap', { a: content({ X: '1' }) }, /^None of/],
    ['one that is gone', { a: content(undefined) }, /a is gone/],
    ['one that is not read yet', { a: { status: 'ok', since } }, /being read/],
    [
      'a cluster that gives no answer',
      { a: { status: 'unreachable', since, message: 'ECONNREFUSED' } },
      /can't be read: ECONNREFUSED/,
    ],
  ])('is unknown, and says why: %s', (_, maps, reason) => {
    expect(describeWith(maps)).toEqual({
      status: 'unknown',
      reason: expect.stringMatching(reason),
      images: ['image'],
    });
  });
});
