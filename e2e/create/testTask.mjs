import assert from 'node:assert/strict';
import { signIn } from '../demoWorld.mjs';
import { assertSamePage } from '../entityPage.mjs';

async function readTask({ demo, page }) {
  const id = page.url().split('/').pop();
  const url = `${demo.url}/api/scaffolder/v2/tasks/${id}`;
  const response = await fetch(url, { headers: await signIn(demo) });
  return response.json();
}

/** From Create to the component's page, by way of the links at the task's end. */
export function testTask(story) {
  const { name, takePicture, goOn } = story;
  const find = title => story.page.getByRole('link', { name: title });

  goOn('ends green', async () => {
    const { page, form } = story;
    await form.press('Create');
    await page.waitForURL('**/create/tasks/*');
    await find('Component').first().waitFor({ timeout: 90_000 });
    story.taskEnded = Date.now();
    await takePicture(page, 'task');
    assert.equal((await readTask(story)).status, 'completed');
  });

  goOn(
    'links the repository and each application, whose pages name them',
    async () => {
      const { page, demo } = story;
      const wanted = [
        ['Repository', `${demo.forgeUrl}/ml/${name}`, `ml/${name}`],
        ...['staging', 'production'].map(environment => [
          `Argo CD, ${environment}`,
          `${demo.argocdUrl}/applications/argocd/${name}-${environment}`,
          `${name}-${environment}`,
        ]),
      ];
      for (const [title, url, heading] of wanted) {
        const href = await find(title).first().getAttribute('href');
        assert.equal(href, url);
        const other = await page.context().browser().newPage();
        const response = await other.goto(href);
        assert.equal(response.status(), 200, href);
        await other.getByRole('heading', { name: heading, level: 1 }).waitFor();
        await other.close();
      }
    },
  );

  goOn('links the component, whose page names it', async () => {
    const { page } = story;
    await find('Component').first().click();
    await page.waitForURL(`**/catalog/default/component/${name}`);
    await page.getByRole('heading', { name, exact: true }).first().waitFor();
    await page.getByText(story.description).first().waitFor();
    await takePicture(page, 'component');
    await assertSamePage(page);
  });
}
