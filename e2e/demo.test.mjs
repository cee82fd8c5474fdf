import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { worldPorts } from '../scripts/demo/world.mjs';
import { launchBrowser, whyNoBrowser } from './browser.mjs';
import {
  createDemoPlace,
  processesOf,
  startDemo,
  startDemoCommand,
  waitForEntity,
  waitForNoProcess,
} from './demoWorld.mjs';
import { createRepository } from './gitRepository.mjs';

const noProcessList =
  process.platform === 'linux' ? undefined : 'this machine has no /proc';

const catalogInfo = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: churn
  annotations: { gitops-ml/path: . }
spec: { type: ml-service, lifecycle: experimental, owner: ml-team }
`;

async function holdPort(port) {
  const server = net.createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('the demo', () => {
  let place;
  let demo;

  before(async () => {
    place = await createDemoPlace();
    demo = await startDemo(place);
  });

  after(async () => {
    await demo.stop();
    place.remove();
  });

  test('says where it is, how to sign in and three things to try', () => {
    assert.match(demo.output, new RegExp(`GitOps ML +${demo.url}\n`));
    assert.match(demo.output, /press "Enter"/);
    assert.match(demo.output, /\n1\. [^]*\n2\. [^]*\n3\. /);
    assert.match(demo.output, /ready after [\d.]+ s \(.*starting Backstage/);
  });

  test('refuses a second start, and names the process that runs', async () => {
    const second = startDemoCommand(place, ['--port', String(place.port)]);
    const [code] = await second.exited;
    assert.equal(code, 1);
    assert.match(second.output, /already running \(process \d+\)/);
  });

  test(
    'lets a guest sign in, register what was pushed to the forge, and open it',
    { skip: whyNoBrowser },
    async () => {
      const git = await createRepository(path.join(place.directory, 'churn'), {
        'catalog-info.yaml': catalogInfo,
      });
      await git('push', '--quiet', demo.pushUrl('churn'), 'HEAD:main');

      const browser = await launchBrowser();
      try {
        const page = await browser.newPage();
        const crashes = [];
        page.on('pageerror', error => crashes.push(String(error)));
        await page.goto(`${demo.url}/catalog-import`);
        await page.getByRole('button', { name: 'Enter' }).click();
        await page
          .getByRole('textbox')
          .first()
          .fill(`${demo.forgeUrl}/ml/churn/src/branch/main/catalog-info.yaml`);
        await page.getByRole('button', { name: 'Analyze' }).click();
        await page.getByRole('button', { name: 'Import' }).click();
        await page
          .getByText('View Component')
          .or(page.getByText('Register another'))
          .first()
          .waitFor();

        await waitForEntity(demo, 'component/default/churn');

        await page.goto(demo.url);
        await page.getByRole('link', { name: 'churn' }).click();
        await page.getByText('ml-service').first().waitFor();
        await page.getByRole('link', { name: 'Create' }).click();
        await page.getByText('ML repository').first().waitFor();
        assert.deepEqual(crashes, []);
      } finally {
        await browser.close();
      }
    },
  );

  test('listens on loopback only', async () => {
    const addresses = Object.values(os.networkInterfaces())
      .flat()
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of addresses) {
      for (const port of [
        place.port,
        ...Object.values(worldPorts(place.worldPort)),
      ]) {
        await assert.rejects(fetch(`http://${address}:${port}/`));
      }
    }
  });

  test(
    'leaves nothing running when Ctrl-C ends it',
    { skip: noProcessList },
    async () => {
      assert.ok(processesOf(place).length >= 3);
      await demo.stop();
      assert.deepEqual(await waitForNoProcess(place, 1000), []);
      for (const port of [
        place.port,
        ...Object.values(worldPorts(place.worldPort)),
      ]) {
        (await holdPort(port)).close();
      }
    },
  );

  test(
    'remembers what was registered, and leaves nothing when its parent is killed',
    { skip: noProcessList },
    async () => {
      demo = await startDemo(place);
      const seconds = Number(/ready after ([\d.]+) s/.exec(demo.output)[1]);
      assert.ok(seconds < 60, `the second start took ${seconds} s`);
      if (!whyNoBrowser) await waitForEntity(demo, 'component/default/churn');
      demo.child.kill('SIGKILL');
      assert.deepEqual(await waitForNoProcess(place, 15_000), []);
    },
  );
});

describe('a demo that cannot start', () => {
  let place;

  before(async () => {
    place = await createDemoPlace();
  });
  after(() => place.remove());

  test('names the port that is taken, and --port', async () => {
    const server = await holdPort(place.port);
    const demo = startDemoCommand(place, ['--port', String(place.port)]);
    const [code] = await demo.exited;
    server.close();
    assert.equal(code, 1);
    assert.match(
      demo.output,
      new RegExp(`Port ${place.port} is taken.*--port ${place.port + 1}`),
    );
  });

  test("names the forge's port, and --world-port", async () => {
    const server = await holdPort(place.worldPort);
    const demo = startDemoCommand(place, [
      '--port',
      String(place.port),
      '--world-port',
      String(place.worldPort),
    ]);
    const [code] = await demo.exited;
    server.close();
    assert.equal(code, 1);
    assert.match(
      demo.output,
      new RegExp(`Port ${place.worldPort} is taken.*--reset --world-port`),
    );
  });

  test('says which options there are', async () => {
    const demo = startDemoCommand(place, ['--prot', '1']);
    const [code] = await demo.exited;
    assert.equal(code, 1);
    assert.match(demo.output, /no option --prot/);
    assert.match(demo.output, /--world-port N/);
  });
});
