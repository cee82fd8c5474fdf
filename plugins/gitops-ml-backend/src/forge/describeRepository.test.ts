import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { describeRepository } from './describeRepository';
import { listForges } from './forges';

const forges = listForges(
  ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        gitea: [
          { host: 'localhost:3200', baseUrl: 'http://localhost:3200' },
          { host: 'corp.example', baseUrl: 'https://corp.example/gitea' },
        ],
        gitlab: [
          {
            host: 'lab.example',
            baseUrl: 'https://lab.example/gitlab',
            apiBaseUrl: 'https://lab.example/gitlab/api/v4',
          },
        ],
        bitbucketServer: [{ host: 'bb.example' }],
      },
    }),
  ),
);

describe('describeRepository', () => {
  it.each([
    [
      'http://localhost:3200/ml/fraud/src/branch/main/',
      'http://localhost:3200/ml/fraud.git',
      'http://localhost:3200/ml/fraud',
      'gitea',
    ],
    [
      'http://localhost:3200/ml/fraud/src/branch/main/catalog-info.yaml',
      'http://localhost:3200/ml/fraud.git',
      'http://localhost:3200/ml/fraud',
      'gitea',
    ],
    [
      'https://corp.example/gitea/ml/fraud/src/branch/main/x',
      'https://corp.example/gitea/ml/fraud.git',
      'https://corp.example/gitea/ml/fraud',
      'gitea',
    ],
    [
      'https://github.com/o/r/tree/main/sub/',
      'https://github.com/o/r.git',
      'https://github.com/o/r',
      'github',
    ],
    [
      'https://user:pw@github.com/o/r.git',
      'https://github.com/o/r.git',
      'https://github.com/o/r',
      'github',
    ],
    [
      'https://gitlab.com/g/sub/r/-/blob/main/catalog-info.yaml',
      'https://gitlab.com/g/sub/r.git',
      'https://gitlab.com/g/sub/r',
      'gitlab',
    ],
    [
      'https://lab.example/gitlab/g/r/-/blob/main/catalog-info.yaml',
      'https://lab.example/gitlab/g/r.git',
      'https://lab.example/gitlab/g/r',
      'gitlab',
    ],
    [
      'https://bitbucket.org/w/r/src/main/catalog-info.yaml',
      'https://bitbucket.org/w/r.git',
      'https://bitbucket.org/w/r',
      'bitbucketCloud',
    ],
    [
      'https://bb.example/projects/P/repos/r/browse/catalog-info.yaml?at=main',
      'https://bb.example/scm/P/r.git',
      'https://bb.example/projects/P/repos/r',
      'bitbucketServer',
    ],
    [
      'https://bb.example/scm/P/r.git',
      'https://bb.example/scm/P/r.git',
      'https://bb.example/projects/P/repos/r',
      'bitbucketServer',
    ],
    [
      'https://dev.azure.com/org/proj/_git/repo?path=/catalog-info.yaml',
      'https://dev.azure.com/org/proj/_git/repo',
      'https://dev.azure.com/org/proj/_git/repo',
      'azure',
    ],
  ])('finds the repository of %s', (url, cloneUrl, webUrl, forge) => {
    expect(describeRepository(url, forges)).toEqual({
      key: cloneUrl.replace(/\.git$/, ''),
      forge,
      cloneUrl,
      webUrl,
    });
  });

  it.each([
    'file:///etc/passwd',
    'https://unknown.example/o/r',
    // The integration speaks http; another protocol is another server.
    'https://localhost:3200/ml/fraud',
    'http://localhost:3201/ml/fraud',
    'http://localhost:3200/ml',
    'https://corp.example/elsewhere/ml/fraud',
    'https://dev.azure.com/org',
    'ssh://git@github.com/o/r.git',
    'not a url',
  ])('finds none for %s', url => {
    expect(describeRepository(url, forges)).toBeUndefined();
  });
});
