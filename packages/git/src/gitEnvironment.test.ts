import {
  chmodSync,
  existsSync,
  mkdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { gitEnvironment } from './gitEnvironment';
import { openRepository } from './openRepository';
import { streamGit, tryGit } from './runGit';
import {
  createTemporaryFolder,
  removeFolder,
  TestRepository,
} from './testUtils';

it('passes nothing of the caller’s environment but what git needs', () => {
  const { env } = gitEnvironment({
    parent: {
      PATH: '/bin',
      HOME: '/home/me',
      GIT_DIR: '/elsewhere',
      GIT_CONFIG_COUNT: '1',
      GIT_TRACE: '/tmp/trace',
      GIT_SSH_COMMAND: 'evil',
      https_proxy: 'http://proxy',
      SECRET: 'x',
    },
  });
  expect(env).toEqual({
    PATH: '/bin',
    LC_ALL: 'C',
    HOME: '/dev/null',
    XDG_CONFIG_HOME: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_SSH_COMMAND: 'ssh -oBatchMode=yes',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_ALLOW_PROTOCOL: 'none',
  });
});

it('allows the protocols that are named, with proxy and certificates', () => {
  const { env } = gitEnvironment({
    parent: { https_proxy: 'http://proxy', SSH_AUTH_SOCK: '/run/agent' },
    protocols: ['https'],
    extra: { TOKEN: 't' },
  });
  expect(env).toMatchObject({
    https_proxy: 'http://proxy',
    GIT_ALLOW_PROTOCOL: 'https',
    TOKEN: 't',
  });
  expect(env).not.toHaveProperty('SSH_AUTH_SOCK');
});

describe('in a repository whose configuration runs a program wherever it can', () => {
  let folder: string;
  let made: TestRepository;
  let pwned: string;
  let commit: string;

  beforeAll(() => {
    folder = createTemporaryFolder();
    pwned = path.join(folder, 'pwned');
    const trap = path.join(folder, 'trap');
    writeFileSync(trap, `#!/bin/sh\necho "$0 $@" >> '${pwned}'\n`);
    chmodSync(trap, 0o755);
    made = new TestRepository(path.join(folder, 'work'));
    made.commit('First', {
      a: '1',
      '.gitattributes': '* diff=evil filter=evil merge=evil\n',
    });
    commit = signed(made);
    made.tag('v1');
    const hooks = path.join(made.directory, '.git', 'hooks');
    mkdirSync(hooks, { recursive: true });
    for (const hook of [
      'post-index-change',
      'reference-transaction',
      'post-checkout',
    ]) {
      writeFileSync(path.join(hooks, hook), `#!/bin/sh\n'${trap}' ${hook}\n`);
      chmodSync(path.join(hooks, hook), 0o755);
    }
    const settings = {
      'core.fsmonitor': trap,
      'core.pager': trap,
      'core.sshCommand': trap,
      'core.askPass': trap,
      'core.editor': trap,
      'core.gitProxy': trap,
      'core.alternateRefsCommand': trap,
      'credential.helper': `!${trap}`,
      'diff.external': trap,
      'diff.evil.command': trap,
      'diff.evil.textconv': trap,
      'filter.evil.smudge': trap,
      'filter.evil.clean': trap,
      'gpg.program': trap,
      'gpg.ssh.program': trap,
      'log.showSignature': 'true',
      'pager.log': trap,
      'remote.origin.url': `ext::${trap}`,
      'remote.origin.promisor': 'true',
      'remote.origin.uploadpack': trap,
      'remote.local.url': made.directory,
      'remote.local.uploadpack': trap,
      'remote.local.promisor': 'true',
      'uploadpack.packObjectsHook': trap,
      'alias.log': `!${trap}`,
    };
    for (const [key, value] of Object.entries(settings))
      made.git('config', key, value);
  });

  afterEach(() => rmSync(pwned, { force: true }));
  afterAll(() => removeFolder(folder));

  function signed(repository: TestRepository): string {
    const object = repository
      .git('cat-file', 'commit', 'HEAD')
      .replace(
        /^(committer .*)$/m,
        '$1\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----',
      );
    const oid = repository.gitWithInput(
      `${object}\n`,
      'hash-object',
      '-w',
      '-t',
      'commit',
      '--stdin',
    );
    repository.git('update-ref', 'refs/heads/main', oid);
    return oid;
  }

  it('the trap works: git as people run it falls into it', () => {
    made.git('log', '--oneline');
    made.git('status');
    expect(existsSync(pwned)).toBe(true);
  });

  it('nothing of it runs, whatever is asked', async () => {
    const repository = await openRepository(made.directory);
    const absent = 'f'.repeat(40);
    await expect(repository.resolve('main')).resolves.toBe(commit);
    await expect(repository.resolve(absent)).resolves.toBeUndefined();
    await repository.defaultBranch();
    await repository.refs();
    await repository.annotatedTags();
    await repository.isShallow();
    const [entry] = await repository.tree(commit);
    await repository.blob(entry.oid, 1_000);
    await Promise.allSettled([
      repository.blob(absent, 1),
      repository.commit(absent),
    ]);
    for await (const logged of repository.firstParentLog({ to: commit })) {
      expect(logged.oid).toBe(commit);
    }
    await repository.close();
    expect(existsSync(pwned)).toBe(false);
  });

  it('nothing of it runs when a mirror fetches by an allowed protocol', async () => {
    const bare = path.join(folder, 'mirror.git');
    await tryGit({
      cwd: folder,
      protocols: ['file'],
      args: [
        'clone',
        '--quiet',
        '--mirror',
        '--',
        `file://${made.directory}`,
        bare,
      ],
    });
    expect(existsSync(pwned)).toBe(false);
  });

  it('refuses protocols that are not allowed', async () => {
    const gitDirectory = path.join(made.directory, '.git');
    for (const args of [
      ['ls-remote', 'origin'],
      ['ls-remote', 'local'],
      ['ls-remote', 'https://127.0.0.1:1/x'],
    ]) {
      const { exitCode, stderr } = await tryGit({ gitDirectory, args });
      expect({ exitCode, refused: /not allowed/.test(stderr) }).toEqual({
        exitCode: 128,
        refused: true,
      });
    }
    expect(existsSync(pwned)).toBe(false);
  });
});

it('keeps credentials out of errors', async () => {
  const failing = tryGit({
    args: ['ls-remote', 'https://me:secret@127.0.0.1:1/x'],
  });
  await expect(failing).resolves.toMatchObject({ exitCode: 128 });
  const stream = streamGit({
    args: ['ls-remote', 'https://me:secret@127.0.0.1:1/x'],
  });
  await expect(stream.next()).rejects.toMatchObject({
    name: 'GitError',
    command: 'git ls-remote https://127.0.0.1:1/x',
    message: expect.not.stringContaining('secret'),
    stderr: expect.not.stringContaining('secret'),
  });
});
