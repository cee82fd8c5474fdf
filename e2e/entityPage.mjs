import assert from 'node:assert/strict';

const pushLimitSeconds = 10;

/** The ML tabs of the entity's page that is open in the browser. */
export function createEntityPage(page) {
  const row = text => page.getByRole('row').filter({ hasText: text });
  const openTab = async tab => {
    await page.getByRole('button', { name: 'ML', exact: true }).click();
    await page.getByRole('menuitemradio', { name: tab }).click();
  };
  return { row, openTab };
}

/** Remembers on the page that it is the same; a reload would lose it. */
export const markPage = page =>
  page.evaluate(() => {
    window.isSamePage = true;
  });

export const assertSamePage = async page =>
  assert.equal(await page.evaluate(() => window.isSamePage), true);

/** Pushes while a tab is open, and waits until the tab shows it. */
export async function seePush(page, { shown, wanted, push }) {
  await shown().first().waitFor();
  assert.equal(await wanted().count(), 0);
  await push();
  await wanted()
    .first()
    .waitFor({ timeout: pushLimitSeconds * 1000 });
  await assertSamePage(page);
}

export const describePush = title =>
  `shows ${title} within ${pushLimitSeconds} seconds on the open page`;
