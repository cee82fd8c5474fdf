import { parseForgeRequest } from './parseForgeRequest';

const repository = { owner: 'ml', name: 'fraud' };

describe('parseForgeRequest', () => {
  it.each([
    [
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
      '/ml/fraud.git/git-receive-pack',
      {
        kind: 'git',
        repository,
        service: 'git-receive-pack',
        query: '',
        isPush: true,
      },
    ],
    [
      '/api/v1/repos/ml/fraud/contents/a/b%20c.yaml?ref=main',
      { kind: 'contents', repository, path: 'a/b c.yaml', ref: 'main' },
    ],
    [
      '/api/v1/repos/ml/fraud/git/commits/feature/x',
      { kind: 'commit', repository, ref: 'feature/x' },
    ],
    [
      '/api/v1/repos/ml/fraud/archive/main.tar.gz',
      { kind: 'archive', repository, ref: 'main' },
    ],
    [
      '/ml/fraud/src/branch/main/data/raw',
      {
        kind: 'tree-page',
        repository,
        refKind: 'branch',
        ref: 'main',
        path: 'data/raw',
      },
    ],
    [
      '/ml/fraud/src/commit/6a517488/dvc.yaml',
      {
        kind: 'tree-page',
        repository,
        refKind: 'commit',
        ref: '6a517488',
        path: 'dvc.yaml',
      },
    ],
    [
      '/ml/fraud/commit/6a517488',
      { kind: 'commit-page', repository, ref: '6a517488' },
    ],
    ['/ml/fraud', { kind: 'repository-page', repository }],
  ])('reads %s', (url, expected) => {
    expect(parseForgeRequest(url)).toEqual(expected);
  });

  it.each([
    '/',
    '/ml',
    '/../../etc/passwd',
    '/..%2f..%2fetc/passwd.git/info/refs',
    '/ml/..%2fother.git/info/refs?service=git-upload-pack',
    '/ml/..git/info/refs',
    '/ml/.git/info/refs',
    '/ml/a b/info/refs',
    '/ml/%00/info/refs',
    '/ml/%ff%fe/info/refs',
    '/%zz/fraud',
    '/ml/fraud.git/objects/info/packs',
    '/ml/fraud.git/config',
    '/ml/fraud/src/blob/main/x',
    '/ml/fraud/commit/6a517488/x',
    '/ml/fraud/src/branch/main/../../x',
    '/ml/fraud/src/branch/main/%2e%2e/x',
    '/api/v1/repos/ml/fraud/contents/..%2f..%2fx',
    '/api/v1/repos/ml/fraud',
    '/api/v1/repos/ml/fraud/archive/main.zip',
    `/ml/${'a'.repeat(101)}`,
  ])('knows no such thing as %s', url => {
    expect(parseForgeRequest(url)).toBeUndefined();
  });
});
