import assert from 'node:assert/strict';
import { markPage } from '../entityPage.mjs';

/** From signing in to the page before Create, with what the form refuses on the way. */
export function testForm(story) {
  const { name, description, takePicture, goOn } = story;

  goOn('leads from signing in by Create to the form', async () => {
    const { page, form, demo } = story;
    await page.goto(demo.url);
    await form.press('Enter');
    await page.getByRole('link', { name: 'Create' }).first().click();
    await page.getByText('ML repository').first().waitFor();
    await markPage(page);
    await takePicture(page, 'templates');
    await form.press('Choose');
    await form.choice('Owner').waitFor();
    await takePicture(page, 'what-it-is');
  });

  goOn(
    "proposes the guest's group as owner, and takes nobody unknown",
    async () => {
      const { form } = story;
      const owner = form.choice('Owner');
      assert.equal(await owner.inputValue(), 'ML team');
      await form.write('Owner', 'nobody');
      assert.equal(await owner.inputValue(), 'ML team');
      await form.write('Owner', '');
      await form.write('Owner', 'nobody');
      assert.equal(await owner.inputValue(), '');
      await form.expectRefusal('owner', "must have required property 'Owner'");
      await form.choose('Owner', 'ML team');
    },
  );

  goOn('refuses an illegal name, and one that the catalog has', async () => {
    const { page, form } = story;
    await form.field('Description').fill(description);
    await form.field('Name').fill('Churn Model');
    await form.expectRefusal(
      'name',
      'Use a-z, 0-9 and "-"; begin with a letter, and end with a letter or digit.',
    );
    await takePicture(page, 'illegal-name');
    await form.field('Name').fill('fraud-detector');
    await form.expectRefusal(
      'name',
      'The catalog has a component fraud-detector already. Choose another name.',
    );
    await form.field('Name').fill(name);
    await form.press('Next');
  });

  goOn(
    'proposes where it is kept, and refuses what the forge has',
    async () => {
      const { page, form, demo } = story;
      const repository = form.choice('Repository name');
      await repository.waitFor();
      assert.equal(await repository.inputValue(), name);
      await page
        .getByRole('button', { name: `${demo.dvcRemoteUrl}/` })
        .waitFor();
      await takePicture(page, 'where-it-is-kept');
      await form.write('Repository name', 'a b');
      await form.expectRefusal(
        'repoUrl',
        'Name the repository with letters, digits, ".", "_" and "-".',
      );
      await form.write('Repository name', story.takenRepository);
      await form.expectRefusal(
        'repoUrl',
        'That repository exists already. Choose another name, or delete it if an earlier run left it empty.',
      );
      await takePicture(page, 'taken-repository');
      await form.write('Repository name', name);
      await form.press('Next');
    },
  );

  goOn(
    'proposes where it runs; refuses no environment, and two of one name',
    async () => {
      const { page, form } = story;
      for (const environment of ['staging', 'production']) {
        const namespace = form.environment(environment).getByLabel('Namespace');
        assert.equal(await namespace.inputValue(), `${name}-${environment}`);
      }
      await takePicture(page, 'where-it-runs');
      await form.press('Remove environment staging');
      await form.press('Remove environment production');
      await form.expectRefusal(
        'environments',
        'Add at least one environment.',
        'Review',
      );
      await takePicture(page, 'no-environment');
      await form.addEnvironment('staging');
      await form.addEnvironment('staging');
      const second = form.environments.last();
      await second.getByLabel('Namespace').fill('elsewhere');
      await form.expectRefusal(
        'environments',
        'staging: there are two environments of this name.',
        'Review',
      );
      await takePicture(page, 'same-environment');
      await second.getByLabel('Namespace').fill(`${name}-staging`);
      await second.getByLabel('Name', { exact: true }).fill('production');
      await form.press('Review');
    },
  );

  goOn('lets all of it be read again', async () => {
    const { page, demo } = story;
    const reviewed = [
      ['Name', name],
      ['Description', description],
      ['Owner', 'group:default/ml-team'],
      ['Repository', `${new URL(demo.forgeUrl).host}?owner=ml&repo=${name}`],
      ['DVC remote', `${demo.dvcRemoteUrl}/`],
    ];
    for (const [title, value] of reviewed) {
      const row = page
        .getByRole('row')
        .filter({ has: page.getByRole('cell', { name: title, exact: true }) });
      await row.getByRole('cell', { name: value, exact: true }).waitFor();
    }
    await page.getByText(`${name}-production`).waitFor();
    await takePicture(page, 'review');
  });
}
