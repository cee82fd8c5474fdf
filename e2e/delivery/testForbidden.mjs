import assert from 'node:assert/strict';
import { signIn } from '../demoWorld.mjs';
import { send, waitFor } from '../recovery/tasks.mjs';

/** Another team's component: nothing of it is shown, and no action reaches it. */
export function testForbidden(story) {
  const { name, takePicture, goOn } = story;
  const entityRef = `component:default/${name}`;
  const path = `/api/gitops-ml/v1/entities/default/component/${name}/delivery`;
  const promote = `${path}/staging/${name}/actions/promote?kind=Rollout`;

  const ask = async (where, headers, method = 'GET') => {
    const response = await fetch(`${story.demo.url}${where}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body:
        method === 'POST'
          ? JSON.stringify({ schemaVersion: 1, dryRun: true })
          : undefined,
    });
    await response.arrayBuffer();
    return response.status;
  };

  goOn('lets nobody act who is not signed in', async () => {
    assert.equal(await ask(promote, {}, 'POST'), 401);
    assert.equal(await ask(promote, await signIn(story.demo), 'POST'), 409);
  });

  goOn('answers 403 once the component is another team’s', async () => {
    const { demo, page, releases } = story;
    releases.edit('catalog-info.yaml', text =>
      text.replace(/owner: .*$/m, 'owner: group:default/others'),
    );
    await releases.push('Give the component to another team');
    await send(demo, 'POST', '/api/catalog/refresh', { entityRef });
    const guest = await signIn(demo);
    await waitFor(
      'the new owner',
      async () => (await ask(path, guest)) === 403,
    );
    assert.equal(await ask(promote, guest, 'POST'), 403);
    await page.reload();
    await page.getByText(/gitops-ml\.state\.read/).waitFor();
    assert.equal(await page.getByRole('article').count(), 0);
    await takePicture(page, 'forbidden');
  });
}
