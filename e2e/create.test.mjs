import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launchBrowser, whyNoBrowser } from './browser.mjs';
import { createCamera } from './create/createCamera.mjs';
import { createForm } from './create/createForm.mjs';
import { createGoOn } from './create/createGoOn.mjs';
import { testDayZero } from './create/testDayZero.mjs';
import { testForm } from './create/testForm.mjs';
import { testPushes } from './create/testPushes.mjs';
import { testTask } from './create/testTask.mjs';
import { createDemoPlace, startDemo } from './demoWorld.mjs';
import { createEntityPage } from './entityPage.mjs';
import { createRepository } from './gitRepository.mjs';

// Each test goes on where the one before it ended, on one page that is never
// loaded again.
describe(
  'creating an ML repository in the demo',
  { skip: whyNoBrowser },
  () => {
    const story = {
      name: 'churn-model',
      description: 'Who is about to leave.',
      // In the forge, and not in the catalog.
      takenRepository: 'squatter',
      takePicture: createCamera(),
      goOn: createGoOn(),
    };
    const crashes = [];
    let browser;

    before(async () => {
      story.place = await createDemoPlace();
      story.demo = await startDemo(story.place);
      const git = await createRepository(
        path.join(story.place.directory, story.takenRepository),
        { 'README.md': 'Somebody was here before.\n' },
      );
      const url = story.demo.pushUrl(story.takenRepository);
      await git('push', '--quiet', url, 'HEAD:main');
      browser = await launchBrowser();
      story.page = await browser.newPage({
        viewport: { width: 1400, height: 1000 },
      });
      story.page.setDefaultTimeout(20_000);
      story.page.on('pageerror', error => crashes.push(String(error)));
      story.form = createForm(story.page);
      story.entityPage = createEntityPage(story.page);
    });

    after(async () => {
      await browser?.close();
      await story.demo?.stop();
      story.place?.remove();
    });

    testForm(story);
    testTask(story);
    testDayZero(story);
    testPushes(story);

    test('crashes nowhere', () => assert.deepEqual(crashes, []));
  },
);
