import { ConfigReader } from '@backstage/config';
import { readDvcRemoteRules } from './readDvcRemoteRules';

const read = (remotes?: object[]) =>
  readDvcRemoteRules(new ConfigReader({ gitopsMl: { dvc: { remotes } } }));

describe('readDvcRemoteRules', () => {
  it('reads prefixes as folders', () => {
    expect(
      read([
        { urlPrefix: 'https://H/a' },
        { urlPrefix: 'https://h/b/', username: 'u', password: 'p' },
      ]),
    ).toEqual([
      { urlPrefix: 'https://h/a/', username: undefined, password: undefined },
      { urlPrefix: 'https://h/b/', username: 'u', password: 'p' },
    ]);
    expect(readDvcRemoteRules(new ConfigReader({}))).toEqual([]);
  });

  it.each([
    's3://bucket',
    'store',
    'https://u:p@h/',
    'https://h/?x',
    'https://h/#x',
  ])('refuses %s, naming the key', urlPrefix => {
    expect(() => read([{ urlPrefix }])).toThrow(
      'gitopsMl.dvc.remotes[0].urlPrefix',
    );
  });
});
