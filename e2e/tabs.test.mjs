import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launchBrowser, whyNoBrowser } from './browser.mjs';
import {
  createDemoPlace,
  registerRepository,
  signIn,
  startDemo,
} from './demoWorld.mjs';
import {
  createEntityPage,
  describePush,
  markPage,
  seePush,
} from './entityPage.mjs';
import { createMlRepository } from './mlRepository.mjs';

describe('an ML repository in the demo', () => {
  let place;
  let demo;
  let browser;
  let page;
  let git;
  const crashes = [];

  const open = (component, tab) =>
    page.goto(`${demo.url}/catalog/default/component/${component}/${tab}`);
  const row = text => createEntityPage(page).row(text);
  const featureCount = count =>
    row('customer_spend').getByRole('gridcell', { name: count, exact: true });
  const writePointer = (name, digit) =>
    fs.writeFileSync(
      path.join(place.directory, `fraud/data/${name}.csv.dvc`),
      `outs:\n- md5: ${digit.repeat(32)}\n  size: 7\n  path: ${name}.csv\n`,
    );

  before(async () => {
    place = await createDemoPlace();
    demo = await startDemo(place);
    for (const [name, owner] of [
      ['fraud', 'ml-team'],
      ['theirs', 'others'],
    ]) {
      const directory = path.join(place.directory, name);
      const repository = await createMlRepository(directory, name, owner);
      await registerRepository(demo, name, repository);
      if (name === 'fraud') git = repository;
    }
    if (whyNoBrowser) return;
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    page.on('pageerror', error => crashes.push(String(error)));
    await page.goto(`${demo.url}/catalog/default/component/fraud`);
    await page.getByRole('button', { name: 'Enter' }).click();
  });

  after(async () => {
    await browser?.close();
    await demo?.stop();
    place.remove();
  });

  test('has its tabs in one group', { skip: whyNoBrowser }, async () => {
    await page.getByRole('button', { name: 'ML', exact: true }).click();
    const items = page.getByRole('menuitemradio');
    await items.first().waitFor();
    assert.deepEqual(await items.allTextContents(), [
      'ML overview',
      'Feature views',
      'Data versions',
      'Model versions',
      'Delivery',
    ]);
  });

  test(
    'shows its data versions, and the broken pointer as a problem with its line',
    { skip: whyNoBrowser },
    async () => {
      await open('fraud', 'ml-data');
      await row('data/transactions.csv').getByText('data:2222222').waitFor();
      await row('models/fraud.pkl').getByText('data:bbbbbbb').waitFor();
      await page.getByText('1 problem in reading').waitFor();
      await page.getByText('data/broken.csv.dvc:3').waitFor();
    },
  );

  test(
    'shows its model versions and stages',
    { skip: whyNoBrowser },
    async () => {
      await open('fraud', 'ml-models');
      await row('v1.1.0').getByText('data:bbbbbbb').waitFor();
      await row('v1.0.0').getByText('prod').waitFor();
      await row('v1.1.0').getByText('0.87').waitFor();
    },
  );

  test('shows its feature views', { skip: whyNoBrowser }, async () => {
    await open('fraud', 'ml-features');
    await row('customer_spend').getByText('customer.py:7').waitFor();
  });

  test(
    'links a commit and a file to pages that the forge has',
    { skip: whyNoBrowser },
    async () => {
      await open('fraud', 'ml-features');
      await row('customer_spend').waitFor();
      const links = await page
        .locator(`a[href^="${demo.forgeUrl}"]`)
        .evaluateAll(elements => elements.map(element => element.href));
      assert.ok(links.some(link => link.includes('/commit/')));
      assert.ok(links.some(link => link.includes('/src/commit/')));
      for (const link of links) {
        assert.equal((await fetch(link)).status, 200, link);
      }
    },
  );

  const pushes = [
    {
      title: 'a changed pointer',
      tab: 'ml-data',
      shown: () => row('data/broken.csv').getByText('data:ccccccc'),
      wanted: () => row('data/transactions.csv').getByText('data:3333333'),
      push: async () => {
        writePointer('transactions', '3');
        await git('commit', '--quiet', '-a', '-m', 'newer data');
        await git('push', '--quiet', demo.pushUrl('fraud'), 'HEAD:main');
      },
    },
    {
      title: 'a new GTO tag',
      tab: 'ml-models',
      shown: () => row('v1.1.0'),
      wanted: () => row('v1.2.0'),
      push: async () => {
        await git('tag', '-a', 'fraud@v1.2.0', '-m', 'third');
        await git('push', '--quiet', demo.pushUrl('fraud'), 'fraud@v1.2.0');
      },
    },
    {
      title: 'a changed feature view',
      tab: 'ml-features',
      shown: () => featureCount('2'),
      wanted: () => featureCount('3'),
      push: async () => {
        const file = path.join(
          place.directory,
          'fraud/features/definitions/customer.py',
        );
        const text = fs.readFileSync(file, 'utf8');
        const field = 'Field(name="count", dtype=Int64)';
        fs.writeFileSync(
          file,
          text.replace(field, `${field}, Field(name="mean", dtype=Float32)`),
        );
        await git('commit', '--quiet', '-a', '-m', 'one feature more');
        await git('push', '--quiet', demo.pushUrl('fraud'), 'HEAD:main');
      },
    },
  ];

  test(
    'loses a problem that a push repairs',
    { skip: whyNoBrowser },
    async () => {
      await open('fraud', 'ml-data');
      await page.getByText('1 problem in reading').waitFor();
      writePointer('broken', 'c');
      await git('commit', '--quiet', '-a', '-m', 'repair the pointer');
      await git('push', '--quiet', demo.pushUrl('fraud'), 'HEAD:main');
      await row('data/broken.csv').getByText('data:ccccccc').waitFor();
      await page.getByText('1 problem in reading').waitFor({ state: 'hidden' });
    },
  );

  const seesOnOpenPage =
    ({ tab, ...look }) =>
    async () => {
      await open('fraud', tab);
      await markPage(page);
      await seePush(page, look);
    };
  for (const { title, ...push } of pushes) {
    test(describePush(title), { skip: whyNoBrowser }, seesOnOpenPage(push));
  }

  test("answers 403 to the guest for another team's", async () => {
    const url = `${demo.url}/api/gitops-ml/v1/entities/default/component`;
    const headers = await signIn(demo);
    for (const view of ['data', 'models', 'features', 'doctor']) {
      const theirs = await fetch(`${url}/theirs/${view}`, { headers });
      assert.equal(theirs.status, 403, view);
      const own = await fetch(`${url}/fraud/${view}`, { headers });
      assert.equal(own.status, 200, view);
      assert.equal((await fetch(`${url}/fraud/${view}`)).status, 401, view);
    }
  });

  test(
    "says on another team's tab what it takes to see it",
    { skip: whyNoBrowser },
    async () => {
      await open('theirs', 'ml-data');
      await page.getByText('gitops-ml.state.read').first().waitFor();
      assert.equal(await page.getByRole('row').count(), 0);
    },
  );

  test('crashes nowhere', { skip: whyNoBrowser }, () => {
    assert.deepEqual(crashes, []);
  });
});
