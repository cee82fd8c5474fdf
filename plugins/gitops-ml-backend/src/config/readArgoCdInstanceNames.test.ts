import { ConfigReader } from '@backstage/config';
import { readArgoCdInstanceNames } from './readArgoCdInstanceNames';

describe('readArgoCdInstanceNames', () => {
  it('names each configured instance once, in order', () => {
    const config = new ConfigReader({
      argocd: {
        appLocatorMethods: [
          { type: 'config', instances: [{ name: 'west' }, { name: 'east' }] },
          { type: 'other' },
          { type: 'config', instances: [{ name: 'west' }] },
        ],
      },
    });
    expect(readArgoCdInstanceNames(config)).toEqual(['west', 'east']);
  });

  it('has none without configuration', () => {
    expect(readArgoCdInstanceNames(new ConfigReader({}))).toEqual([]);
  });
});
