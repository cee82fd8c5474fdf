import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openRepository } from '@gitops-ml/git';
import { BareRepository } from '../__testUtils__/BareRepository';
import { GitServer, serveGit } from '../__testUtils__/serveGit';
import { Repository } from '../forge/describeRepository';
import { Mirrors } from './Mirrors';

const SECRET = `Basic ${Buffer.from('demo:hunter2').toString('base64')}`;

const locate = ({ url }: GitServer): Repository => ({
  key: `${url}/ml/fraud`,
  forge: 'gitea',
  cloneUrl: `${url}/ml/fraud.git`,
  webUrl: `${url}/ml/fraud`,
});

jest.setTimeout(30_000);

describe('Mirrors', () => {
  let root: string;
  let origin: BareRepository;
  let server: GitServer;
  let repository: Repository;

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'mirrors-'));
    origin = new BareRepository(path.join(root, 'forge', 'ml', 'fraud.git'));
    server = await serveGit(path.join(root, 'forge'));
    repository = locate(server);
  });

  afterEach(async () => {
    await server.close();
    await rm(root, { recursive: true, force: true });
  });

  const create = async (
    limits: { timeoutMs?: number; maxBytes?: number } = {},
    config: { username?: string; password?: string } = {},
  ) => {
    const mirrors = new Mirrors({
      directory: path.join(root, 'mirrors'),
      limits: { timeoutMs: 20_000, maxBytes: 1e9, ...limits },
      loadSecret: async () => ({ type: 'gitea', config }),
    });
    await mirrors.prepare();
    return mirrors;
  };

  const refsOf = async (mirrors: Mirrors) => {
    const mirror = await openRepository(mirrors.directoryOf(repository));
    const refs = await mirror.refs();
    const branch = await mirror.defaultBranch();
    await mirror.close();
    return { names: refs.map(({ name }) => name), branch };
  };

  it('follows branches, tags and the default branch, pruning what is gone', async () => {
    origin.commit({ a: '1' });
    origin.tag('v1');
    origin.commit({ b: '1' }, { branch: 'side' });
    const mirrors = await create();
    expect(await mirrors.update(repository)).toEqual({
      status: 'ok',
      changed: true,
    });
    expect(await refsOf(mirrors)).toEqual({
      names: ['refs/heads/main', 'refs/heads/side', 'refs/tags/v1'],
      branch: 'main',
    });

    origin.git('branch', '-D', 'side');
    origin.git('tag', '-d', 'v1');
    origin.git('branch', '-m', 'main', 'trunk');
    origin.git('symbolic-ref', 'HEAD', 'refs/heads/trunk');
    expect(await mirrors.update(repository)).toEqual({
      status: 'ok',
      changed: true,
    });
    expect(await refsOf(mirrors)).toEqual({
      names: ['refs/heads/trunk'],
      branch: 'trunk',
    });
  });

  it('fetches nothing when the refs are equal', async () => {
    origin.commit({ a: '1' });
    const mirrors = await create();
    await mirrors.update(repository);
    const before = server.requests.length;
    expect(await mirrors.update(repository)).toEqual({
      status: 'ok',
      changed: false,
    });
    const posts = server.requests.slice(before).map(request => request.path);
    expect(posts.filter(url => !url.includes('git-upload-pack'))).toEqual([]);
    expect(posts.length).toBeLessThanOrEqual(2);
  });

  it('takes a repository without commits for what it is', async () => {
    const mirrors = await create();
    expect(await mirrors.update(repository)).toEqual({
      status: 'ok',
      changed: true,
    });
    expect((await refsOf(mirrors)).names).toEqual([]);
  });

  it('runs one update at a time', async () => {
    origin.commit({ a: '1' });
    const mirrors = await create();
    const [first, second] = [
      mirrors.update(repository),
      mirrors.update(repository),
    ];
    expect(second).toBe(first);
    await first;
  });

  it('keeps the mirror as it was when the forge fails', async () => {
    origin.commit({ a: '1' });
    const mirrors = await create();
    await mirrors.update(repository);
    server.answer({ status: 500 });
    expect(await mirrors.update(repository)).toMatchObject({
      status: 'unreachable',
    });
    expect((await refsOf(mirrors)).names).toEqual(['refs/heads/main']);
  });

  it('gives up on a forge that never answers', async () => {
    server.answer('hang');
    const mirrors = await create({ timeoutMs: 300 });
    expect(await mirrors.update(repository)).toEqual({
      status: 'unreachable',
      message: expect.stringContaining('gitopsMl.mirrors.timeout'),
    });
  });

  it('does not keep a repository beyond its quota', async () => {
    origin.commit({ a: 'x'.repeat(1000) });
    const mirrors = await create({ maxBytes: 100 });
    expect(await mirrors.update(repository)).toEqual({
      status: 'not-configured',
      message: expect.stringContaining('gitopsMl.mirrors.maxBytes'),
    });
    expect(await readdir(path.join(root, 'mirrors'))).toEqual([]);
  });

  it('says that a repository is not there or not to be seen', async () => {
    const mirrors = await create();
    const missing = { ...repository, cloneUrl: `${server.url}/ml/other.git` };
    expect(await mirrors.update(missing)).toMatchObject({
      status: 'forbidden',
    });
  });

  it('follows no redirect', async () => {
    origin.commit({ a: '1' });
    const other = await serveGit(path.join(root, 'forge'));
    server.answer({
      status: 302,
      location: `${other.url}/ml/fraud.git/info/refs?service=git-upload-pack`,
    });
    const mirrors = await create();
    expect(await mirrors.update(repository)).toMatchObject({
      status: 'unreachable',
    });
    expect(other.requests).toEqual([]);
    await other.close();
  });

  it('sends credentials in the header, and keeps them out of the mirror', async () => {
    await server.close();
    server = await serveGit(path.join(root, 'forge'), {
      authorization: SECRET,
    });
    repository = locate(server);
    origin.commit({ a: '1' });
    const mirrors = await create({}, { username: 'demo', password: 'hunter2' });
    expect(await mirrors.update(repository)).toEqual({
      status: 'ok',
      changed: true,
    });
    expect(server.requests.every(r => r.authorization === SECRET)).toBe(true);
    const mirror = await openRepository(mirrors.directoryOf(repository));
    const config = execFileSync('git', ['config', '--local', '--list'], {
      cwd: mirror.gitDirectory,
    }).toString();
    await mirror.close();
    expect(config).not.toMatch(/hunter2|authorization|extraheader/i);
  });

  it('says when the forge refuses the credentials', async () => {
    await server.close();
    server = await serveGit(path.join(root, 'forge'), {
      authorization: SECRET,
    });
    repository = locate(server);
    const mirrors = await create({}, { username: 'demo', password: 'wrong' });
    const outcome = await mirrors.update(repository);
    expect(outcome).toMatchObject({ status: 'forbidden' });
    expect(JSON.stringify(outcome)).not.toContain('wrong');
  });
});
