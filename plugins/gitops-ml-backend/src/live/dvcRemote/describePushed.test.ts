import { DataVersion, DvcConfigFacts } from '@gitops-ml/core';
import { describePushed } from './describePushed';

const config = (
  root: string,
  remotes: [
    name: string,
    url: string | undefined,
    options?: Record<string, string>,
  ][],
): DvcConfigFacts => ({
  kind: 'dvc-config',
  path: `${root ? `${root}/` : ''}.dvc/config`,
  root,
  coreRemote: undefined,
  remotes: remotes.map(([name, url, options = {}]) => ({
    name,
    url,
    scheme: 'https',
    options,
    redacted: [],
    line: 1,
  })),
  sections: {},
});

const HASH = { algorithm: 'md5', value: 'a'.repeat(32) };

const output = (patch: Partial<DataVersion> = {}): DataVersion => ({
  path: 'data/x',
  kind: 'file',
  hash: HASH,
  unreadable: false,
  size: 1,
  files: undefined,
  declaredIn: { path: 'data/x.dvc', line: 1 },
  stage: undefined,
  remote: 'store',
  push: true,
  cache: true,
  external: false,
  imported: undefined,
  description: undefined,
  role: 'data',
  ...patch,
});

const CONFIG = config('', [
  ['store', 'https://h/root'],
  ['bare', undefined],
  ['versioned', 's3://b', { version_aware: 'True' }],
  ['mirrored', 's3://b', { worktree: 'true' }],
]);

describe('describePushed', () => {
  it.each<[string, Partial<DataVersion>, string]>([
    ['an external output', { external: true }, 'external'],
    ['an output that is not cached', { cache: false }, 'not-cached'],
    ['an output that is not to be pushed', { push: false }, 'push-disabled'],
    [
      'an import from a repository',
      {
        imported: {
          kind: 'dvc',
          url: 'u',
          rev: undefined,
          revLock: undefined,
          path: undefined,
        },
      },
      'imported',
    ],
    [
      'an import that was not downloaded',
      {
        hash: { algorithm: 'etag', value: 'abc' },
        imported: {
          kind: 'url',
          url: 'u',
          rev: undefined,
          revLock: undefined,
          path: undefined,
        },
      },
      'imported',
    ],
    ['an output that never ran', { hash: undefined }, 'unknown'],
    [
      'an output whose lock is broken',
      { hash: undefined, unreadable: true },
      'unknown',
    ],
    ['an output without a remote', { remote: undefined }, 'no-remote'],
    ['a remote that is not configured', { remote: 'other' }, 'no-remote'],
    ['a remote without URL', { remote: 'bare' }, 'no-remote'],
    ['a version-aware remote', { remote: 'versioned' }, 'not-checked'],
    ['a worktree remote', { remote: 'mirrored' }, 'not-checked'],
  ])('knows %s', (_, patch, status) => {
    expect(describePushed(output(patch), [CONFIG])).toMatchObject({
      kind: 'known',
      status: { status },
    });
  });

  it('asks the remote of the nearest configuration', () => {
    const nested = config('apps', [['store', 'https://h/apps']]);
    const at = (path: string) =>
      describePushed(output({ declaredIn: { path, line: 1 } }), [
        CONFIG,
        nested,
      ]);
    expect(at('data/x.dvc')).toEqual({
      kind: 'ask',
      remoteUrl: 'https://h/root',
      hash: HASH,
    });
    expect(at('apps/x.dvc')).toEqual({
      kind: 'ask',
      remoteUrl: 'https://h/apps',
      hash: HASH,
    });
    expect(at('apps-x/x.dvc')).toMatchObject({ remoteUrl: 'https://h/root' });
  });

  it('asks for an import of a URL, which dvc pushes', () => {
    const imported = {
      kind: 'url',
      url: 'https://x',
      rev: undefined,
      revLock: undefined,
      path: undefined,
    } as const;
    expect(describePushed(output({ imported }), [CONFIG])).toMatchObject({
      kind: 'ask',
    });
  });
});
