import { markPage } from '../entityPage.mjs';
import { quickSteps } from './quickSteps.mjs';

/** From a repository without a model to one that serves in both environments. */
export function testFirstRelease(story) {
  const { name, takePicture, goOn } = story;

  goOn('says of a component without a release what will appear', async () => {
    const { page, demo, staging, production } = story;
    await page.goto(`${demo.url}/catalog/default/component/${name}`);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('button', { name: 'ML', exact: true }).waitFor();
    await markPage(page);
    await story.entityPage.openTab('Delivery');
    for (const { section } of [staging, production]) {
      await section
        .getByText(/^There is no Rollout or Deployment of it/)
        .waitFor();
    }
    await takePicture(page, 'no-release');
  });

  goOn(
    'shows the first release in both environments, once it is pushed',
    async () => {
      const { page, releases, staging, production } = story;
      await releases.make('v1.0.0');
      releases.edit(
        'infra/staging/kustomization.yaml',
        text => text + quickSteps(name),
      );
      story.firstCommit = await releases.push('Release v1.0.0');
      for (const environment of [staging, production]) {
        await environment.waitForSentence('The stable version serves');
        await environment.waitFor(
          environment.version('stable').filter({ hasText: `${name} v1.0.0` }),
        );
      }
      await page
        .getByText('Demo cluster: controllers are simulated')
        .first()
        .waitFor();
      await takePicture(page, 'first-release');
    },
  );
}
