import { parseForgeRequest } from './parseForgeRequest';

const repository = { owner: 'ml', name: 'fraud' };
const organisation = 'ml';
const paging = { page: 1, limit: 30 };
const api = '/api/v1/repos/ml/fraud';

describe('parseForgeRequest', () => {
  it.each([
    [
      'GET',
      '/ml/fraud.git/info/refs?service=git-upload-pack',
      {
        kind: 'git',
        repository,
        service: 'info/refs',
        query: 'service=git-upload-pack',
        isPush: false,
      },
    ],
    [
      'GET',
      '/ml/fraud/info/refs?service=git-receive-pack',
      {
        kind: 'git',
        repository,
        service: 'info/refs',
        query: 'service=git-receive-pack',
        isPush: true,
      },
    ],
    [
      'POST',
      '/ml/fraud.git/git-receive-pack',
      {
        kind: 'git',
        repository,
        service: 'git-receive-pack',
        query: '',
        isPush: true,
      },
    ],
    ['POST', '/api/v1/orgs', { kind: 'organisation-create' }],
    ['GET', '/api/v1/orgs/ml', { kind: 'organisation', organisation }],
    [
      'GET',
      '/api/v1/orgs/ml/repos?page=2&limit=1000',
      {
        kind: 'organisation-repositories',
        organisation,
        paging: { page: 2, limit: 50 },
      },
    ],
    [
      'GET',
      '/api/v1/orgs/ml/repos?page=-1&limit=x',
      { kind: 'organisation-repositories', organisation, paging },
    ],
    [
      'POST',
      '/api/v1/orgs/ml/repos',
      { kind: 'repository-create', organisation },
    ],
    ['GET', api, { kind: 'repository', repository }],
    ['DELETE', api, { kind: 'repository-delete', repository }],
    ['GET', `${api}/branches`, { kind: 'branches', repository, paging }],
    ['GET', `${api}/tags`, { kind: 'tags', repository, paging }],
    ['GET', `${api}/hooks`, { kind: 'hooks', repository, paging }],
    ['POST', `${api}/hooks`, { kind: 'hook-create', repository }],
    ['DELETE', `${api}/hooks/7`, { kind: 'hook-delete', repository, id: 7 }],
    [
      'GET',
      `${api}/contents/a/b%20c.yaml?ref=main`,
      { kind: 'contents', repository, path: 'a/b c.yaml', ref: 'main' },
    ],
    ['GET', `${api}/contents`, { kind: 'contents', repository, path: '' }],
    [
      'POST',
      `${api}/contents/a/b.yaml`,
      { kind: 'contents-create', repository, path: 'a/b.yaml' },
    ],
    [
      'GET',
      `${api}/git/commits/feature/x`,
      { kind: 'commit', repository, ref: 'feature/x' },
    ],
    [
      'GET',
      `${api}/archive/main.tar.gz`,
      { kind: 'archive', repository, ref: 'main', format: 'tar.gz' },
    ],
    [
      'GET',
      '/ml/fraud/archive/fraud@v1.0.0.zip',
      { kind: 'archive', repository, ref: 'fraud@v1.0.0', format: 'zip' },
    ],
    ['GET', '/', { kind: 'home-page' }],
    ['GET', '/ml', { kind: 'organisation-page', organisation }],
    ['GET', '/ml/fraud', { kind: 'repository-page', repository }],
    ['HEAD', '/ml/fraud/', { kind: 'repository-page', repository }],
    ['GET', '/assets/forge.css', { kind: 'stylesheet' }],
    [
      'GET',
      '/ml/fraud/src/branch/main/data/raw',
      {
        kind: 'source-page',
        repository,
        refKind: 'branch',
        segments: ['main', 'data', 'raw'],
      },
    ],
    [
      'GET',
      '/ml/fraud/raw/tag/fraud%40v1.0.0/a',
      {
        kind: 'raw',
        repository,
        refKind: 'tag',
        segments: ['fraud@v1.0.0', 'a'],
      },
    ],
    [
      'GET',
      '/ml/fraud/commit/6a517488',
      { kind: 'commit-page', repository, oid: '6a517488' },
    ],
  ])('reads %s %s', (method, url, expected) => {
    expect(parseForgeRequest(method, url)).toEqual(expected);
  });

  it.each([
    '/../../etc/passwd',
    '/..%2f..%2fetc/passwd.git/info/refs',
    '/ml/..%2fother.git/info/refs?service=git-upload-pack',
    '/ml/..git/info/refs',
    '/ml/.git/info/refs',
    '/ml/a b/info/refs',
    '/ml/%00/info/refs',
    '/ml/%ff%fe/info/refs',
    '/%zz/fraud',
    '//fraud',
    '/ml/fraud.git/objects/info/packs',
    '/ml/fraud.git/config',
    '/ml/fraud/src/branch',
    '/ml/fraud/src/heads/main',
    '/ml/fraud/src/branch/main/../../x',
    '/ml/fraud/src/branch/main/%2e%2e/x',
    '/ml/fraud/raw/branch/main/%2e%2e/x',
    '/ml/fraud/commit/main',
    '/ml/fraud/commit/6a517488/x',
    '/api/v1/repos/ml/fraud/contents/..%2f..%2fx',
    '/api/v1/repos/ml/fraud/archive/main.rar',
    '/api/v1/repos/ml/fraud/hooks/x',
    '/api/v1/repos/ml',
    '/api/v1/orgs',
    '/api/v1/orgs/..',
    '/api/v2/orgs/ml',
    `/ml/${'a'.repeat(101)}`,
  ])('knows no such thing as GET %s', url => {
    expect(parseForgeRequest('GET', url)).toBeUndefined();
  });

  it.each([
    ['POST', '/ml/fraud'],
    ['GET', '/ml/fraud.git/git-receive-pack'],
    ['POST', '/ml/fraud.git/info/refs'],
    ['PUT', '/api/v1/repos/ml/fraud/hooks'],
    ['POST', '/api/v1/repos/ml/fraud/git/commits/main'],
  ])('knows no such thing as %s %s', (method, url) => {
    expect(parseForgeRequest(method, url)).toBeUndefined();
  });
});
