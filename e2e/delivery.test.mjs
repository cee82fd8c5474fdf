import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launchBrowser, whyNoBrowser } from './browser.mjs';
import { createCamera } from './create/createCamera.mjs';
import { createGoOn } from './create/createGoOn.mjs';
import { createDeliveryPage } from './delivery/createDeliveryPage.mjs';
import { createReleases } from './delivery/createReleases.mjs';
import { testBadModel } from './delivery/testBadModel.mjs';
import { testByHand } from './delivery/testByHand.mjs';
import { testFirstRelease } from './delivery/testFirstRelease.mjs';
import { testForbidden } from './delivery/testForbidden.mjs';
import { testPromotion } from './delivery/testPromotion.mjs';
import { createDemoPlace, startDemo } from './demoWorld.mjs';
import { createEntityPage } from './entityPage.mjs';
import { startTask, waitForEnd } from './recovery/tasks.mjs';

// Each test goes on where the one before it ended, on one page that is loaded
// again only where its component was given away.
describe(
  'delivering models of a component that was created in the demo',
  { skip: whyNoBrowser },
  () => {
    const story = {
      name: 'churn-model',
      takePicture: createCamera(),
      goOn: createGoOn(),
    };
    const crashes = [];
    let browser;

    before(async () => {
      story.place = await createDemoPlace();
      const demo = await startDemo(story.place);
      story.demo = demo;
      const { name } = story;
      // The form is tried elsewhere.
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
      story.page = await browser.newPage({
        viewport: { width: 1400, height: 1000 },
      });
      story.page.setDefaultTimeout(20_000);
      story.page.on('pageerror', error => crashes.push(String(error)));
      story.entityPage = createEntityPage(story.page);
      story.staging = createDeliveryPage(story.page, 'staging');
      story.production = createDeliveryPage(story.page, 'production');
    });

    after(async () => {
      await browser?.close();
      await story.demo?.stop();
      story.place?.remove();
    });

    testFirstRelease(story);
    testPromotion(story);
    testBadModel(story);
    testByHand(story);
    testForbidden(story);

    test('crashes nowhere', () => assert.deepEqual(crashes, []));
  },
);
