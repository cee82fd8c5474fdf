import assert from 'node:assert/strict';
import { assertSamePage } from '../entityPage.mjs';

// Row by row with such steps it learns little.
const badParameters = { 'train.learning_rate': '50.0', 'train.epochs': '5' };

/** A bad model: it aborts by itself, and what the pages say of that. */
export function testBadModel(story) {
  const { name, takePicture, goOn } = story;

  goOn('says first why a bad model was given up, by itself', async () => {
    const { page, releases, staging } = story;
    await staging.record();
    await releases.make('v1.2.0', badParameters);
    story.badCommit = await releases.push('Release v1.2.0');
    await staging.waitForSentence(/^Aborted at step 2 of 5, /);
    const [first] = await staging.card.getByRole('status').allInnerTexts();
    assert.match(
      first,
      /^Aborted because roc-auc failed \(1 failed > limit 0\): last value 0\.5\d+, wanted result >= 0\.8\n/,
    );
    assert.match(first, /at step 2 of 5, analysis /);
    await staging.expectShown(['10 % at 1', '0 % at end']);
    await staging.version('candidate').getByText('v1.2.0').waitFor();
    await staging.version('stable').getByText('v1.1.0').waitFor();
    await takePicture(page, 'aborted');
  });

  goOn(
    'says on Overview what is desired, what runs, at which step it was aborted and by which metric',
    async () => {
      const { page, entityPage } = story;
      await entityPage.openTab('Overview');
      const row = text =>
        page
          .getByRole('table', { name: 'Environments' })
          .locator('tbody')
          .filter({ hasText: /^staging/ })
          .getByRole('row')
          .filter({ hasText: text });
      const desired = row(/^staging/);
      await desired.getByText(`${name} v1.2.0`).waitFor();
      await desired.getByText(/^Aborted at step 2 of 5, /).waitFor();
      await desired.getByText(/^roc-auc: /).waitFor();
      await desired.getByRole('button', { name: 'Synced: the same' }).click();
      await row(/^Synced/)
        .getByText(`${name} v1.2.0`)
        .waitFor();
      await row(/^Running/)
        .getByText(`${name} v1.1.0`)
        .waitFor();
      const finding = page.getByRole('listitem').filter({
        hasText: 'delivery-aborted',
      });
      await finding.first().waitFor();
      await page
        .getByRole('list', { name: 'Releases by environment' })
        .getByRole('img', { name: /v1\.1\.0 → \S+ v1\.2\.0 · aborted/ })
        .waitFor();
      await takePicture(page, 'overview-aborted');
      await assertSamePage(page);
    },
  );
}
