import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createCloneUrlFilter } from './cloneUrl';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitea: [
        { host: 'localhost:3200', baseUrl: 'http://localhost:3200' },
        { host: 'git.example.com' },
      ],
      gitlab: [
        {
          host: 'gitlab.example.com',
          baseUrl: 'https://gitlab.example.com/forge/',
          apiBaseUrl: 'https://gitlab.example.com/forge/api/v4',
        },
      ],
      bitbucketServer: [{ host: 'bitbucket.example.com' }],
    },
  }),
);

const filter = createCloneUrlFilter(integrations);
const findCloneUrl = (repoUrl: string) => filter.filter(repoUrl);

describe('gitopsMlCloneUrl', () => {
  it.each([
    [
      'localhost:3200?owner=ml&repo=fraud',
      'http://localhost:3200/ml/fraud.git',
    ],
    [
      'git.example.com?owner=ml&repo=fraud',
      'https://git.example.com/ml/fraud.git',
    ],
    ['github.com?owner=ml&repo=fraud', 'https://github.com/ml/fraud.git'],
    [
      'gitlab.example.com?owner=ml&repo=fraud',
      'https://gitlab.example.com/forge/ml/fraud.git',
    ],
  ])('of %s is %s', (repoUrl, expected) => {
    expect(findCloneUrl(repoUrl)).toBe(expected);
  });

  it('refuses a forge whose URLs it does not know', () => {
    expect(() =>
      findCloneUrl('bitbucket.example.com?project=ml&repo=fraud'),
    ).toThrow('The clone URL on bitbucket.example.com is not known');
  });

  it('refuses a host that no integration has', () => {
    expect(() =>
      findCloneUrl('elsewhere.example.com?owner=ml&repo=fraud'),
    ).toThrow('elsewhere.example.com');
  });

  it('is a filter with an example that holds', () => {
    expect(filter.id).toBe('gitopsMlCloneUrl');
    expect(findCloneUrl('github.com?owner=ml&repo=example')).toBe(
      'https://github.com/ml/example.git',
    );
    expect(filter.examples?.[0].notes).toContain(
      'https://github.com/ml/example.git',
    );
  });
});
