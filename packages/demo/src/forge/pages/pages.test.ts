import { startTestForge, TestForge } from '../__testUtils__/startTestForge';

let forge: TestForge;

beforeAll(async () => {
  forge = await startTestForge();
});

afterAll(() => forge.close());

describe('pages', () => {
  const read = async (url: string) => (await forge.get(url)).text();

  it('lead from the forge to the organisation and its repositories', async () => {
    expect(await read('/')).toContain('href="/ml"');
    expect(await read('/ml')).toContain('href="/ml/fraud"');
    expect((await forge.get('/nobody')).status).toBe(404);
  });

  it('show of a repository its branches, tags, commits, README and how to clone it', async () => {
    const text = await read('/ml/fraud');
    expect(text).toContain(`git clone ${forge.url}/ml/fraud.git`);
    expect(text).toContain('href="/ml/fraud/src/branch/main"');
    expect(text).toContain('href="/ml/fraud/src/tag/fraud@v1.0.0"');
    expect(text).toContain(`href="/ml/fraud/commit/${forge.firstCommit}"`);
    expect(text).toContain('# Fraud &lt;b&gt;detector&lt;/b&gt;');
    expect(text).toContain('second &lt;i&gt;');
  });

  it('say so where nothing was pushed yet', async () => {
    await forge.post('/api/v1/orgs/ml/repos', { name: 'empty' });
    expect(await read('/ml/empty')).toContain('Nothing was pushed yet.');
    expect((await forge.get('/ml/empty/src/branch/main')).status).toBe(404);
  });

  it('show what a commit says and changed', async () => {
    const text = await read(`/ml/fraud/commit/${forge.head}`);
    expect(text).toContain('<h1>second &lt;i&gt;</h1>');
    expect(text).toContain('With a &lt;u&gt;body&lt;/u&gt;.');
    expect(text).toContain('demo &lt;demo@example.org&gt;');
    expect(text).toContain(`href="/ml/fraud/commit/${forge.firstCommit}"`);
    expect(text).toContain(
      '<span class="added">+# Fraud &lt;b&gt;detector&lt;/b&gt;</span>',
    );
    expect(text).toContain(
      `href="/ml/fraud/src/commit/${forge.head}/data/a%3Cb%3E.txt"`,
    );
    expect((await forge.get(`/ml/fraud/commit/${'0'.repeat(40)}`)).status).toBe(
      404,
    );
  });

  it('cut a difference that is too long', async () => {
    forge.work.write({ 'long.txt': 'a line of twenty chars\n'.repeat(20_000) });
    const long = await forge.work.commit('long');
    await forge.work.git('push', '--quiet', forge.remote('ml/long'), 'main');
    const text = await read(`/ml/long/commit/${long}`);
    expect(text).toContain('too long for this page');
    expect(text.length).toBeLessThan(1_500_000);
    await forge.work.git('reset', '--quiet', '--hard', forge.head);
  });

  it('list a folder with links', async () => {
    expect(await read('/ml/fraud/src/branch/main/data')).toContain(
      'href="/ml/fraud/src/branch/main/data/a%3Cb%3E.txt"',
    );
  });

  it.each([
    'branch/main',
    'tag/fraud@v1.0.0',
    'commit/6a517488a59a47937526fec91b3c192143c2cd55',
  ])('find a file at %s', async ref => {
    const text = await read(`/ml/fraud/src/${ref}/catalog-info.yaml`);
    expect(text).toContain('kind: Component');
    expect(text).toContain(`href="/ml/fraud/commit/`);
  });

  it('find a branch whose name has a slash', async () => {
    await forge.work.git(
      'push',
      '--quiet',
      forge.remote('ml/fraud'),
      'main:feature/x',
    );
    const at = '/ml/fraud/src/branch/feature/x';
    expect(await read(`${at}/README.md`)).toContain('# Fraud');
    expect((await forge.get('/ml/fraud/src/branch/feature')).status).toBe(404);
  });

  it('show a file as text and never as markup, with an anchor at each line', async () => {
    const response = await forge.get(
      '/ml/fraud/src/branch/main/data/a%3Cb%3E.txt',
    );
    const text = await response.text();
    expect(text).toContain('&lt;script&gt;1&lt;/script&gt;');
    expect(text).not.toContain('<script>');
    expect(text).toMatch(/id="L2"[^]*href="#L2"[^]*>second</);
    expect(text).not.toContain('id="L3"');
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    );
  });

  it('give a file raw, which no browser may run', async () => {
    const at = '/ml/fraud/raw/branch/main/data';
    const text = await forge.get(`${at}/a%3Cb%3E.txt`);
    expect(await text.text()).toBe('<script>1</script>\nsecond\n');
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text.headers.get('x-content-type-options')).toBe('nosniff');
    const bytes = await forge.get(`${at}/bytes`);
    expect(bytes.headers.get('content-type')).toBe('application/octet-stream');
    expect((await forge.get(at)).status).toBe(404);
  });

  it('say of a binary file how large it is', async () => {
    const text = await read('/ml/fraud/src/branch/main/data/bytes');
    expect(text).toContain('A binary file of 3 bytes.');
  });

  it('say of a large file how large it is', async () => {
    forge.work.write({ 'large.txt': 'x'.repeat(1_100_000) });
    await forge.work.commit('large');
    await forge.work.git('push', '--quiet', forge.remote('ml/large'), 'main');
    await forge.work.git('reset', '--quiet', '--hard', forge.head);
    const text = await read('/ml/large/src/branch/main/large.txt');
    expect(text).toContain('A file of 1100000 bytes is too large');
  });

  it('have one stylesheet, for light and dark', async () => {
    const response = await forge.get('/assets/forge.css');
    expect(response.headers.get('content-type')).toContain('text/css');
    expect(await response.text()).toContain('prefers-color-scheme: dark');
  });

  it('know no branch that is not there', async () => {
    expect((await forge.get('/ml/fraud/src/branch/nope')).status).toBe(404);
  });
});

it('answered all of this without an error of its own', () => {
  expect(forge.errors).toEqual([]);
});
