import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { BareRepository } from '../__testUtils__/BareRepository';
import { OpenMirrors } from './OpenMirrors';

jest.setTimeout(30_000);

describe('OpenMirrors', () => {
  let root: string;
  let open: OpenMirrors;

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'open-'));
    open = new OpenMirrors({
      has: async ({ key }) => key !== 'missing',
      directoryOf: ({ key }) => path.join(root, key),
    });
  });

  afterEach(async () => {
    await open.close();
    await rm(root, { recursive: true, force: true });
  });

  it('gives nothing where there is no mirror', async () => {
    expect(await open.use({ key: 'missing' }, async () => 1)).toBeUndefined();
  });

  it('opens a mirror once, and keeps one that is in use while others come', async () => {
    const oid = new BareRepository(path.join(root, 'r0')).commit({ a: '1' });
    for (let index = 1; index < 20; index++) {
      await cp(path.join(root, 'r0'), path.join(root, `r${index}`), {
        recursive: true,
      });
    }
    const heads = await open.use({ key: 'r0' }, async first => {
      const others = [];
      for (let index = 1; index < 20; index++) {
        others.push(
          await open.use({ key: `r${index}` }, async git => {
            const head = await git.head();
            return (await git.commit(head ?? ''))?.oid;
          }),
        );
      }
      const again = await open.use({ key: 'r0' }, async git => git === first);
      expect(again).toBe(true);
      return [(await first.commit(oid))?.oid, ...others];
    });
    expect(heads).toEqual(Array.from({ length: 20 }, () => oid));
  });

  it('tries a mirror again that could not be opened', async () => {
    await expect(open.use({ key: 'late' }, async () => 1)).rejects.toThrow();
    const { directory } = new BareRepository(path.join(root, 'late'));
    const opened = await open.use(
      { key: 'late' },
      async git => git.gitDirectory,
    );
    expect(opened).toBe(directory);
  });
});
