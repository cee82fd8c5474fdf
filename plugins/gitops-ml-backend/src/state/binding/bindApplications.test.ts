import { Entity } from '@backstage/catalog-model';
import { ArgoCdApplication } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { bindApplications } from './bindApplications';

const FORGES = [{ host: 'forge.test', baseUrl: 'https://forge.test' }];
const OWN = 'https://forge.test/ml/fraud';

const entity = (annotations: Record<string, string> = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'fraud', annotations },
});

const application = (
  name: string,
  sources: { repoURL?: string; path?: string }[],
  labels?: Record<string, string>,
): ArgoCdApplication => ({
  metadata: { name, labels },
  spec: {
    project: 'ml',
    ...(sources.length === 1 ? { source: sources[0] } : { sources }),
    destination: {},
  },
});

function bind(
  applications: ArgoCdApplication[],
  options: {
    annotations?: Record<string, string>;
    folder?: string;
    configRepository?: string;
  } = {},
): string[] {
  return bindApplications(
    applications.map(one => ({ instance: 'main', application: one })),
    {
      entity: entity(options.annotations),
      repository: OWN,
      folder: options.folder ?? '',
      configRepository: options.configRepository,
      forges: FORGES,
    },
  ).map(({ application: { metadata } }) => metadata.name);
}

const own = (name: string, path = 'infra/staging', labels = {}) =>
  application(name, [{ repoURL: `${OWN}.git`, path }], labels);

describe('bindApplications', () => {
  it.each<[string, string, boolean]>([
    ['the same URL', OWN, true],
    [
      'its .git and another case of the host',
      'https://FORGE.test/ml/fraud.git',
      true,
    ],
    ['ssh of the one integration host', 'git@forge.test:ml/fraud.git', true],
    ['credentials in the URL', 'https://u:p@forge.test/ml/fraud', true],
    ['another repository', 'https://forge.test/ml/secret', false],
    ['a name that only begins like it', 'https://forge.test/ml/fraud-2', false],
    ['another host', 'https://evil.test/ml/fraud', false],
    ['no URL at all', '', false],
  ])('of %s', (_, repoURL, isBound) => {
    const one = application('x', [{ repoURL, path: 'infra' }]);
    expect(bind([one])).toEqual(isBound ? ['x'] : []);
  });

  it('takes no application of which one source is somebody else’s', () => {
    const mixed = application('x', [
      { repoURL: OWN, path: 'infra' },
      { repoURL: 'https://forge.test/ml/secret', path: 'infra' },
    ]);
    expect(bind([mixed])).toEqual([]);
    expect(
      bind([mixed], { configRepository: 'https://forge.test/ml/secret' }),
    ).toEqual(['x']);
  });

  it('takes none whose source is missing', () => {
    expect(bind([application('x', [{}])])).toEqual([]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['nothing', {}, ['a', 'b']],
    ['a name', { 'argocd/app-name': 'b' }, ['b']],
    ['names', { 'argocd/app-name': 'a, b' }, ['a', 'b']],
    ['a selector', { 'argocd/app-selector': 'team=x' }, ['a']],
    ['two terms', { 'argocd/app-selector': 'team=x,env==p' }, []],
    ['no selector that is understood', { 'argocd/app-selector': 'team>x' }, []],
    ['a label that there is', { 'argocd/app-selector': 'team' }, ['a', 'b']],
    ['a set', { 'argocd/app-selector': 'team in (x, z)' }, ['a']],
    ['another instance', { 'argocd/instance-name': 'other' }, []],
    ['a name of another team', { 'argocd/app-name': 'foreign' }, []],
  ])('lets annotations choose: %s', (_, annotations, names) => {
    const foreign = application('foreign', [
      { repoURL: 'https://forge.test/ml/secret', path: 'infra' },
    ]);
    const applications = [
      own('a', 'infra/staging', { team: 'x' }),
      own('b', 'infra/production', { team: 'y' }),
      foreign,
    ];
    expect(bind(applications, { annotations })).toEqual(names);
  });

  it('takes what is deployed from the entity’s folder of a shared repository', () => {
    const applications = [
      own('a', 'components/a/infra'),
      own('b', 'components/ab/infra'),
    ];
    expect(bind(applications, { folder: 'components/a' })).toEqual(['a']);
  });
});
