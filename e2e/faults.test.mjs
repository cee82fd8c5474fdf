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
import { quickSteps } from './delivery/quickSteps.mjs';
import { startTask, waitForEnd } from './recovery/tasks.mjs';

// A component is created, its first release runs, and the canary of its second
// waits for a person. Then one thing after the other fails while its pages are
// open.
describe('faults of the running demo', { skip: whyNoBrowser }, () => {
  const story = {
    name: 'churn-model',
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
    const task = await startTask(
      demo,
      {
        urls: { forge: demo.forgeUrl, dvcRemote: demo.dvcRemoteUrl },
        organisation: 'ml',
        argocdInstance: 'demo',
      },
      name,
    );
    assert.equal(await waitForEnd(demo, task), 'completed');
    const directory = path.join(story.place.directory, name);
    story.releases = await createReleases({ demo, directory, name });
    browser = await launchBrowser();
    story.pages = await createFaultyPages({ browser, demo, name });
    story.staging = createDeliveryPage(story.pages.delivery, 'staging');
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
    const { name, releases, staging, pages } = story;
    await releases.make('v1.0.0');
    releases.edit(
      'infra/staging/kustomization.yaml',
      text => text + quickSteps(name),
    );
    const first = await releases.push('Release v1.0.0');
    await staging.waitForSentence('The stable version serves');
    releases.pin('production', first);
    await releases.push('Let production wait');
    await releases.make('v1.1.0', { 'train.positive_weight': '3' });
    await releases.push('Release v1.1.0');
    await staging.waitForSentence(/^Canary at 10 %/);
    await staging.waitForSentence('Canary at 50 %, paused for approval');
    await pages.mark();
  });

  testActing(story);
  testSources(story);
  testBadModel(story);

  test('crash no page', () => assert.deepEqual(story.pages.crashes, []));
});
