import assert from 'node:assert/strict';
import { assertSamePage, createEntityPage, markPage } from '../entityPage.mjs';

/** Until a silent server counts as away, and until one that is back is asked again. */
const noticeLimit = 120_000;

/** A component's pages, which stay open while something of the demo fails. */
export async function createFaultyPages({ browser, demo, name }) {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 1000 },
  });
  context.setDefaultTimeout(30_000);
  const crashes = [];
  context.on('weberror', error => crashes.push(String(error.error())));
  const url = tab => `${demo.url}/catalog/default/component/${name}/${tab}`;
  const open = async tab => {
    const page = await context.newPage();
    await page.goto(url(tab));
    return page;
  };
  const first = await context.newPage();
  await first.goto(demo.url);
  await first.getByRole('button', { name: 'Enter' }).click();
  await first.getByRole('link', { name: 'Catalog' }).first().waitFor();
  await first.close();

  const delivery = await open('ml-delivery');
  const overview = await open('ml-overview');
  const data = await open('ml-data');
  const live = [delivery, overview];
  const banner = (page, title) =>
    page.getByRole('status').filter({ hasText: title });

  return {
    crashes,
    delivery,
    overview,
    data,
    banner,
    /** Opens a page of the component that nobody had open. */
    open,

    async mark() {
      for (const page of [...live, data]) await markPage(page);
    },

    /** Waits until Delivery and Overview say so of themselves; the data page says nothing. */
    async waitForBanner(title) {
      for (const page of live) {
        await banner(page, title).waitFor({ timeout: noticeLimit });
      }
      assert.equal(await banner(data, title).count(), 0);
    },

    /** Waits until no page says so any more; none was loaded again. */
    async waitForRecovery(...titles) {
      const gone = { state: 'hidden', timeout: noticeLimit };
      for (const page of live) {
        for (const title of titles) await banner(page, title).waitFor(gone);
        assert.equal(await page.getByText(/^last known/).count(), 0);
      }
      for (const page of [...live, data]) await assertSamePage(page);
    },

    /** The tabs that show what is in the repository. */
    async expectOtherTabs() {
      const { openTab } = createEntityPage(data);
      const tabs = [
        ['Feature views', 'account_activity'],
        ['Model versions', 'v1.3.0'],
        ['Data versions', 'data/raw/transactions.csv'],
      ];
      for (const [tab, text] of tabs) {
        await openTab(tab);
        await data.getByText(text).filter({ visible: true }).first().waitFor();
        assert.equal(await banner(data, /can’t be reached/).count(), 0, tab);
      }
      await assertSamePage(data);
    },
  };
}
