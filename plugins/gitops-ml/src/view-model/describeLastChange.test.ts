import { FeatureChangeView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeLastChange } from './describeLastChange';

const change = (more: Partial<FeatureChangeView>): FeatureChangeView => ({
  change: 'modified',
  added: [],
  removed: [],
  changed: [],
  properties: [],
  ...more,
});

const saidOf = (more: Partial<FeatureChangeView>) => {
  const { counts, words } = describeLastChange(change(more));
  return [...counts.map(({ text }) => text), words].filter(Boolean).join(' ');
};

describe('describeLastChange', () => {
  it.each<[string, Partial<FeatureChangeView>]>([
    ['+2', { added: [{ name: 'a' }, { name: 'b' }] }],
    ['−1', { removed: [{ name: 'a' }] }],
    ['~1', { changed: [{ name: 'a', from: 'INT64', to: 'FLOAT' }] }],
    [
      '+1 −1 ~1 TTL, online changed',
      {
        added: [{ name: 'a' }],
        removed: [{ name: 'b' }],
        changed: [{ name: 'c' }],
        properties: [{ name: 'ttlSeconds' }, { name: 'online' }],
      },
    ],
    ['new', { change: 'added', added: [{ name: 'a' }] }],
    ['moved', { change: 'moved' }],
  ])('says %s', (text, more) => {
    expect(saidOf(more)).toBe(text);
  });

  it('says in the hint what exactly', () => {
    expect(
      describeLastChange(
        change({
          removed: [{ name: 'b', dtype: 'INT64' }],
          changed: [{ name: 'c', from: 'INT64', to: 'FLOAT' }],
        }),
      ).hint,
    ).toBe('removed b: INT64; changed c: INT64 → FLOAT');
  });
});
