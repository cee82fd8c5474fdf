import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launchBrowser, whyNoBrowser } from './browser.mjs';
import { createCamera } from './create/createCamera.mjs';
import { createGoOn } from './create/createGoOn.mjs';
import { createDeliveryPage } from './delivery/createDeliveryPage.mjs';
import { createReleases } from './delivery/createReleases.mjs';
import { createDemoPlace, startDemo } from './demoWorld.mjs';
import { createFaultyPages } from './faults/createFaultyPages.mjs';
import { switchFault } from './faults/switchFault.mjs';
import { testActing } from './faults/testActing.mjs';
import { testBadModel } from './faults/testBadModel.mjs';
import { testSources } from './faults/testSources.mjs';

// In the demo's example a canary waits for a person. One thing after the other
// fails while its pages are open.
describe('faults of the running demo', { skip: whyNoBrowser }, () => {
  const story = {
    name: 'fraud-detector',
    takePicture: createCamera(),
    goOn: createGoOn(),
  };
  let browser;

  before(async () => {
    const { name } = story;
    story.place = await createDemoPlace();
    const demo = await startDemo(story.place);
    story.demo = demo;
    story.fault = (...words) => switchFault(story.place, ...words);
    const directory = path.join(story.place.directory, name);
    story.releases = await createReleases({ demo, directory, name });
    browser = await launchBrowser();
    story.pages = await createFaultyPages({ browser, demo, name });
    const { delivery } = story.pages;
    story.staging = createDeliveryPage(delivery, 'staging');
    story.production = createDeliveryPage(delivery, 'production');
  });

  after(async () => {
    await browser?.close();
    await story.demo?.stop();
    story.place?.remove();
  });

  test('are listed, all off, by npm run demo -- fault', async () => {
    const text = await story.fault();
    for (const name of [
      'argocd-down',
      'argocd-hangs',
      'token-expired',
      'cluster-down',
      'cluster-hangs',
      'forge-down',
      'dvc-remote-down',
      'bad-model',
    ]) {
      assert.match(text, new RegExp(`^off +${name} `, 'm'));
    }
    assert.doesNotMatch(text, /^on /m);
  });

  story.goOn('need a canary that waits for a person', async () => {
    await story.production.waitForSentence(
      'Canary at 50 %, paused for approval',
    );
    await story.pages.mark();
  });

  testActing(story);
  testSources(story);
  testBadModel(story);

  test('crash no page', () => assert.deepEqual(story.pages.crashes, []));
});
