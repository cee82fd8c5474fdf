import { startPushableForge } from '../__testUtils__/startPushableForge';
import { ForgeType } from './forges';
import { forgeLinks } from './forgeLinks';

describe('forgeLinks', () => {
  it.each<[ForgeType, string, string]>([
    [
      'github',
      'https://h/o/r/commit/abc',
      'https://h/o/r/blob/abc/a%20b/c%23.dvc#L3',
    ],
    [
      'gitlab',
      'https://h/o/r/-/commit/abc',
      'https://h/o/r/-/blob/abc/a%20b/c%23.dvc#L3',
    ],
    [
      'gitea',
      'https://h/o/r/commit/abc',
      'https://h/o/r/src/commit/abc/a%20b/c%23.dvc#L3',
    ],
    [
      'bitbucketCloud',
      'https://h/o/r/commits/abc',
      'https://h/o/r/src/abc/a%20b/c%23.dvc#lines-3',
    ],
    [
      'bitbucketServer',
      'https://h/o/r/commits/abc',
      'https://h/o/r/browse/a%20b/c%23.dvc?at=abc#3',
    ],
    [
      'azure',
      'https://h/o/r/commit/abc',
      'https://h/o/r?path=/a%20b/c%23.dvc&version=GCabc&line=3',
    ],
  ])('knows the pages of %s', (forge, commit, file) => {
    const links = forgeLinks({ forge, webUrl: 'https://h/o/r' });
    expect(links.commit('abc')).toBe(commit);
    expect(links.file('abc', 'a b/c#.dvc', 3)).toBe(file);
  });

  it('links to the file where no line is known', () => {
    const links = forgeLinks({ forge: 'github', webUrl: 'https://h/o/r' });
    expect(links.file('abc', 'x')).toBe('https://h/o/r/blob/abc/x');
  });

  it('lands on pages of a forge', async () => {
    const forge = await startPushableForge();
    const oid = await forge.push({ 'a b/c#.dvc': 'outs:\n- path: x\n' });
    const links = forgeLinks({
      forge: 'gitea',
      webUrl: `${forge.url}/ml/fraud`,
    });
    const commit = await fetch(links.commit(oid));
    expect(commit.status).toBe(200);
    expect(await commit.text()).toContain(oid);
    const file = new URL(links.file(oid, 'a b/c#.dvc', 2));
    const page = await (await fetch(file)).text();
    expect(page).toContain('- path: x');
    expect(page).toContain(`id="${file.hash.slice(1)}"`);
    await forge.stop();
  });
});
