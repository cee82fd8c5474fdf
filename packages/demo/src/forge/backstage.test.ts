import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createPublishGiteaAction } from '@backstage/plugin-scaffolder-backend-module-gitea';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { startTestForge, TestForge } from './__testUtils__/startTestForge';

// Backstage's own modules, as they are, against the forge.

let forge: TestForge;
let config: ReturnType<typeof mockServices.rootConfig>;
const logger = mockServices.logger.mock();

beforeAll(async () => {
  forge = await startTestForge();
  const host = new URL(forge.url).host;
  config = mockServices.rootConfig({
    data: {
      integrations: {
        gitea: [
          {
            host,
            baseUrl: forge.url,
            username: 'demo',
            password: 'demo-password',
          },
        ],
      },
      catalog: { providers: { gitea: { demo: { host, organization: 'ml' } } } },
    },
  });
});

afterAll(() => forge.close());

describe('publish:gitea', () => {
  const publish = async (owner: string, repo: string) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'workspace-'));
    fs.writeFileSync(path.join(folder, 'catalog-info.yaml'), 'kind: API\n');
    const output: Record<string, unknown> = {};
    const integrations = ScmIntegrations.fromConfig(config);
    const action = createPublishGiteaAction({ integrations, config });
    const { host } = new URL(forge.url);
    try {
      const context = createMockActionContext({
        input: {
          repoUrl: `${host}?owner=${owner}&repo=${repo}`,
          description: 'why',
        },
        workspacePath: folder,
      });
      await action.handler({
        ...context,
        output: (name, value) => {
          output[name] = value;
        },
      });
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
    return output;
  };

  it('creates a repository, pushes, and finds its page at once', async () => {
    const startedAt = Date.now();
    const { remoteUrl, repoContentsUrl, commitHash } = await publish(
      'ml',
      'published',
    );
    expect(Date.now() - startedAt).toBeLessThan(15_000);
    expect(remoteUrl).toBe(`${forge.url}/ml/published.git`);
    const page = await fetch(`${repoContentsUrl}catalog-info.yaml`);
    expect(await page.text()).toContain('kind: API');
    const commit = await forge.get(`/ml/published/commit/${commitHash}`);
    expect(commit.status).toBe(200);
  }, 30_000);

  it('says what is in the way', async () => {
    await expect(publish('ml', 'fraud')).rejects.toThrow(
      /409.*The repository with the same name already exists/,
    );
    await expect(publish('nobody', 'fraud')).rejects.toThrow(/nobody/);
  });
});

describe("Backstage's reader of Gitea", () => {
  const reader = () => UrlReaders.default({ config, logger });
  const at = (file: string) => `${forge.url}/ml/fraud/src/branch/main/${file}`;

  it('reads a file', async () => {
    const response = await reader().readUrl(at('catalog-info.yaml'));
    expect(String(await response.buffer())).toContain('kind: Component');
  });

  it('knows that a file is not there', async () => {
    await expect(reader().readUrl(at('nope.yaml'))).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('finds a file by its name', async () => {
    const { files } = await reader().search(at('catalog-info.yaml'));
    expect(files.map(({ url }) => url)).toEqual([at('catalog-info.yaml')]);
  });

  it('reads a folder, and at the same commit only once', async () => {
    const tree = await reader().readTree(at(''));
    expect(tree.etag).toBe(forge.head);
    const paths = (await tree.files()).map(file => file.path);
    expect(paths).toContain('infra/staging/kustomization.yaml');
    await expect(
      reader().readTree(at(''), { etag: tree.etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
    const archive = await (await reader().readTree(at(''))).archive();
    expect(archive).toBeInstanceOf(Readable);
  });
});

describe("the catalog's discovery in Gitea", () => {
  it('finds the repositories that describe themselves', async () => {
    await forge.post('/api/v1/orgs/ml/repos', { name: 'empty' });
    const { stdout } = await promisify(execFile)(process.execPath, [
      path.join(__dirname, '__testUtils__/discover.cjs'),
      JSON.stringify(config.get()),
    ]);
    const targets: string[] = JSON.parse(stdout);
    const at = `${forge.url}/ml/fraud/src/branch/main/catalog-info.yaml`;
    expect(targets).toContain(at);
    expect(targets.filter(target => target.includes('/empty/'))).toEqual([]);
  });
});

it('answered all of this without an error of its own', () => {
  expect(forge.errors).toEqual([]);
});
