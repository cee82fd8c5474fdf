import assert from 'node:assert/strict';
import { assertSamePage } from '../entityPage.mjs';

const limitSeconds = 30;

/** What the tabs show of a repository that was just made, and what they say to do next. */
export function testDayZero(story) {
  const { name, takePicture, goOn } = story;

  goOn(
    `shows on every tab, within ${limitSeconds} seconds and with no reload, what the repository holds`,
    async () => {
      const { page, entityPage } = story;
      const { row, openTab } = entityPage;
      page.setDefaultTimeout(
        Math.max(1, story.taskEnded + limitSeconds * 1000 - Date.now()),
      );
      await openTab('Data versions');
      const data = row('data/raw/transactions.csv');
      await data.getByText(/^data:[0-9a-f]{7}$/).waitFor();
      await data.getByText('On remote').waitFor();
      await openTab('Feature views');
      for (const view of ['account_activity', 'merchant_risk']) {
        await row(view).getByText('transaction_scoring').first().waitFor();
      }
      await openTab('Model versions');
      await page.getByText(`gto register ${name} --version v0.1.0`).waitFor();
      assert.ok(Date.now() - story.taskEnded < limitSeconds * 1000);
      page.setDefaultTimeout(20_000);
      await assertSamePage(page);
    },
  );

  const nextCommands = [
    ['Data versions', 'dvc repro'],
    ['Feature views', 'feast --chdir features apply'],
    ['Model versions', `gto register ${name} --version v0.1.0`],
  ];

  for (const [tab, command] of nextCommands) {
    goOn(`says the next command on the tab ${tab}`, async () => {
      const { page, entityPage } = story;
      await entityPage.openTab(tab);
      await page.locator('code').filter({ hasText: command }).first().waitFor();
      await takePicture(page, tab);
    });
  }
}
