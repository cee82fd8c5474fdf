interface Values {
  name: string;
  owner: string;
  system?: string;
  description: string;
  environments: {
    name: string;
    instance: string;
    cluster: string;
    namespace: string;
  }[];
  dvcRemote: string;
  repoUrl: string;
}

/** What a platform engineer fills in. */
export const USUAL: Values = {
  name: 'fraud-detector',
  owner: 'group:default/ml-team',
  description: 'Finds fraudulent card transactions',
  environments: [
    {
      name: 'staging',
      instance: 'main',
      cluster: 'in-cluster',
      namespace: 'fraud-detector-staging',
    },
    {
      name: 'production',
      instance: 'main',
      cluster: 'in-cluster',
      namespace: 'fraud-detector-production',
    },
  ],
  dvcRemote: 'http://localhost:3202',
  repoUrl: 'localhost:3200?owner=ml&repo=fraud-detector',
};

export const TWO_INSTANCES: Values = {
  ...USUAL,
  name: 'ranking',
  owner: 'user:default/guest',
  system: 'system:default/search',
  environments: [
    {
      name: 'dev',
      instance: 'eu.west-1',
      cluster: 'in-cluster',
      namespace: 'search',
    },
    {
      name: 'prod',
      instance: 'US',
      cluster: 'US "large" cluster',
      namespace: 'search-prod',
    },
  ],
  dvcRemote: 'http://localhost:3202/a/b//',
  repoUrl: 'localhost:3200?owner=ML-Org&repo=Ranking.Model',
};

/** Names that YAML 1.1 takes for null, false and a number; a text of signs. */
export const AWKWARD: Values = {
  ...USUAL,
  name: 'null',
  description: 'It\'s a "test": #1\n- ${{ 7 * 6 }} {% if %} {{ x }} 🦊 ü \\n',
  environments: [
    { name: 'no', instance: '0x10', cluster: '1e5', namespace: '123' },
    { name: '1e5', instance: '0x10', cluster: 'true', namespace: 'off' },
  ],
  repoUrl: 'localhost:3200?owner=ml&repo=null',
};

export const ONE_ENVIRONMENT: Values = {
  ...USUAL,
  name: 'ab',
  owner: 'group:search/ranking_team.eu',
  description: 'x',
  environments: [
    {
      name: '0',
      instance: 'main',
      cluster: 'in-cluster',
      namespace: 'ab-0',
    },
  ],
  repoUrl: 'localhost:3200?owner=ml&repo=ab',
};

/** Every text as long as the form lets it be. */
export const LARGEST: Values = {
  ...USUAL,
  name: 'n'.repeat(40),
  owner: 'group:search/ranking_team.eu',
  description: `${[
    '---',
    '- "quoted" and \'quoted\': #x',
    '  ${{ parameters.name }} ${{values.owner}} {{ x }} {% raw %} {# y #}',
    '! & * | > % @ ` ~ [a] {b: c} ? : , <<: *x',
    '...',
    'Größe, 数据, 🦊, \u00a0, C:\\temp\\n, </script> & <b>',
  ].join('\n')}\n`.padEnd(500, 'é'),
  environments: ['a', 'b', 'c', 'd'].map((letter, index) => ({
    name: letter.repeat(20),
    instance: index < 2 ? `eu-${'i'.repeat(60)}` : `us-${'i'.repeat(60)}`,
    cluster: `${'c'.repeat(252)}${index}`,
    namespace: letter.repeat(63),
  })),
  dvcRemote: `http://localhost:3202/${'d'.repeat(478)}`,
  repoUrl: `localhost:3200?owner=${'o'.repeat(40)}&repo=${'R'.repeat(100)}`,
};
