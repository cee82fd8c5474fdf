import { ConfigReader } from '@backstage/config';
import { readArgoCdInstances } from './readArgoCdInstances';

const read = (instances: object[], argocd: object = {}) =>
  readArgoCdInstances(
    new ConfigReader({
      argocd: {
        ...argocd,
        appLocatorMethods: [{ type: 'catalog' }, { type: 'config', instances }],
      },
    }),
  );

describe('readArgoCdInstances', () => {
  it('reads instances with their own or the shared credentials', () => {
    const instances = [
      { name: 'a', url: 'https://a.example.com/', token: 't' },
      {
        name: 'b',
        url: 'https://b.example.com/argo',
        username: 'u',
        password: 'p',
      },
      { name: 'c', url: 'http://localhost:3201' },
    ];
    expect(read(instances, { username: 'x', password: 'y' })).toEqual([
      { name: 'a', url: 'https://a.example.com', credentials: { token: 't' } },
      {
        name: 'b',
        url: 'https://b.example.com/argo',
        credentials: { username: 'u', password: 'p' },
      },
      {
        name: 'c',
        url: 'http://localhost:3201',
        credentials: { username: 'x', password: 'y' },
      },
    ]);
    expect(
      read([{ name: 'c', url: 'http://h' }])[0].credentials,
    ).toBeUndefined();
    expect(readArgoCdInstances(new ConfigReader({}))).toEqual([]);
  });

  it.each(['argocd', 'ftp://h', 'https://u:p@h', 'https://h/?x=1'])(
    'refuses the address %s, naming the key',
    url => {
      expect(() => read([{ name: 'a', url }])).toThrow(
        'argocd.appLocatorMethods[1].instances[0].url',
      );
    },
  );

  it('refuses a name that occurs twice', () => {
    const instance = { name: 'a', url: 'https://h' };
    expect(() => read([instance, instance])).toThrow('"a" twice');
  });
});
