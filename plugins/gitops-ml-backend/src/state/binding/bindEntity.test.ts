import { Entity } from '@backstage/catalog-model';
import { AllowRule } from '../../config/readAllowRules';
import { Forge } from '../../forge/forges';
import { bindEntity } from './bindEntity';

const forges: Forge[] = [
  { type: 'github', host: 'github.com', baseUrl: 'https://github.com' },
  { type: 'gitea', host: 'localhost:3200', baseUrl: 'http://localhost:3200' },
];

const entity = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'fraud', annotations },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/ml-team' }],
});

const HOME =
  'url:http://localhost:3200/ml/fraud/src/branch/main/catalog-info.yaml';

const bind = (annotations: Record<string, string>, allow: AllowRule[] = []) =>
  bindEntity(
    entity({
      'gitops-ml/path': '.',
      'backstage.io/managed-by-location': HOME,
      ...annotations,
    }),
    { forges, allow },
  );

const FRAUD = {
  kind: 'bound',
  path: '',
  via: 'location',
  repository: {
    key: 'http://localhost:3200/ml/fraud',
    forge: 'gitea',
    cloneUrl: 'http://localhost:3200/ml/fraud.git',
    webUrl: 'http://localhost:3200/ml/fraud',
  },
};

const OTHER_REPOSITORY = {
  'gitops-ml/repository': 'https://github.com/others/secret',
};

describe('bindEntity', () => {
  it('binds to the repository that the entity was read from', () => {
    expect(bind({})).toEqual(FRAUD);
  });

  it('takes the source location where it is the same repository', () => {
    expect(
      bind({
        'backstage.io/source-location':
          'url:http://localhost:3200/ml/fraud/src/branch/main/',
      }),
    ).toEqual(FRAUD);
  });

  it.each([
    ['.', ''],
    ['', ''],
    ['./', ''],
    ['apps/model/', 'apps/model'],
    ['./apps//model', 'apps/model'],
    ['apps/../models', 'models'],
  ])('takes the folder %j for %j', (folder, path) => {
    expect(bind({ 'gitops-ml/path': folder })).toMatchObject({
      kind: 'bound',
      path,
    });
  });

  it.each(['..', 'a/../../b', '/etc', 'https://h/x'])(
    'refuses the folder %j',
    folder => {
      expect(bind({ 'gitops-ml/path': folder })).toMatchObject({
        code: 'unsafe-path',
      });
    },
  );

  it('binds nothing without the annotation', () => {
    expect(
      bindEntity(entity({ 'backstage.io/managed-by-location': HOME }), {
        forges,
        allow: [],
      }),
    ).toMatchObject({ code: 'no-annotation', status: 'not-configured' });
  });

  it.each([
    // Anybody may write these two annotations.
    OTHER_REPOSITORY,
    {
      'backstage.io/source-location':
        'url:https://github.com/others/secret/tree/main/',
    },
    {
      'backstage.io/source-location':
        'url:http://localhost:3200/ml/fraud2/src/branch/main/',
    },
    { 'gitops-ml/repository': 'http://localhost:3200/ml/fraud/../secret' },
  ])('refuses another repository without a rule: %j', annotations => {
    expect(bind(annotations)).toMatchObject({
      kind: 'unbound',
      code: 'needs-rule',
      status: 'forbidden',
    });
  });

  it.each<AllowRule>([
    {
      kind: 'entity',
      entityRef: 'component:default/fraud',
      url: 'https://github.com/others/secret.git',
    },
    {
      kind: 'owner',
      ownerRef: 'group:default/ml-team',
      url: 'git@github.com:others/secret.git',
    },
  ])('allows another repository by %j', rule => {
    expect(bind(OTHER_REPOSITORY, [rule])).toMatchObject({
      kind: 'bound',
      via: 'rule',
      repository: { key: 'https://github.com/others/secret' },
    });
  });

  it.each<AllowRule>([
    {
      kind: 'entity',
      entityRef: 'component:default/other',
      url: 'https://github.com/others/secret',
    },
    {
      kind: 'entity',
      entityRef: 'component:default/fraud',
      url: 'https://github.com/others/public',
    },
    {
      kind: 'owner',
      ownerRef: 'group:default/others',
      url: 'https://github.com/others/secret',
    },
  ])('is not moved by %j', rule => {
    expect(bind(OTHER_REPOSITORY, [rule])).toMatchObject({
      code: 'needs-rule',
    });
  });

  it.each([
    [
      { 'backstage.io/managed-by-location': 'file:/work/catalog-info.yaml' },
      'no-location',
    ],
    [{ 'gitops-ml/repository': 'file:///etc' }, 'not-on-a-forge'],
    [
      { 'gitops-ml/repository': 'https://unknown.example/o/r' },
      'not-on-a-forge',
    ],
    [{ 'gitops-ml/repository': 'ext::sh -c id' }, 'not-on-a-forge'],
    [
      {
        'backstage.io/managed-by-location':
          'url:https://unknown.example/o/r/blob/main/x',
      },
      'not-on-a-forge',
    ],
  ])('has nothing to bind %j to', (annotations, code) => {
    expect(bind(annotations)).toMatchObject({
      kind: 'unbound',
      code,
      status: 'not-configured',
    });
  });

  it('shows no credentials of a refused URL', () => {
    expect(
      JSON.stringify(
        bind({
          'gitops-ml/repository': 'https://me:hunter2@unknown.example/o/r',
        }),
      ),
    ).not.toContain('hunter2');
  });

  it('names the entity in the rule that it asks for', () => {
    expect(bind(OTHER_REPOSITORY)).toMatchObject({
      remedy: expect.stringContaining(
        '{entity: component:default/fraud, url: https://github.com/others/secret}',
      ),
    });
  });
});
