import assert from 'node:assert/strict';
import { assertSamePage } from '../entityPage.mjs';

/** How long a step of a canary may take on a busy machine. */
const deliveryLimit = 90_000;

/** The tab Delivery of an environment, as a person at the browser uses it. */
export function createDeliveryPage(page, environment) {
  const section = page.getByRole('region', { name: environment, exact: true });
  const card = section.getByRole('article');
  const steps = card.getByRole('list', { name: 'Steps', exact: true });
  const button = name =>
    card
      .getByRole('group', { name: 'Actions' })
      .getByRole('button', { name, exact: true });
  const waitFor = locator => locator.waitFor({ timeout: deliveryLimit });

  return {
    section,
    card,
    steps,
    button,
    waitFor,

    /** Waits until the card's one sentence begins so. */
    waitForSentence: beginning =>
      waitFor(
        card.getByRole('heading', { level: 4 }).filter({ hasText: beginning }),
      ),

    /** The row of the table of versions: stable, candidate. */
    version: role =>
      card
        .getByRole('table', { name: 'Versions' })
        .getByRole('row')
        .filter({ hasText: new RegExp(`^${role}`) }),

    /** Presses a button, reads the plan, presses again; answers the plan's rows. */
    async act(name, { before, until }) {
      await button(name).click();
      const dialog = page.getByRole('dialog');
      const plan = dialog.getByRole('table', { name: 'Plan' });
      await plan.waitFor();
      const rows = await plan.locator('tbody tr').allInnerTexts();
      await before?.(dialog);
      await dialog.getByRole('button', { name, exact: true }).click();
      const close = dialog.getByText('Close', { exact: true });
      await waitFor(close);
      const said = await dialog.innerText();
      assert.match(said, /It took effect/);
      assert.match(said, until);
      await close.click();
      await dialog.waitFor({ state: 'detached' });
      await assertSamePage(page);
      return rows.map(row => row.split('\t'));
    },

    /** From now on keeps what the open page shows: `10 % at 1`, a weight and the step. */
    async record() {
      await section.evaluate(element => {
        const shown = [];
        const look = () => {
          const meter = element.querySelector('[role=meter]');
          const step = element.querySelector('[aria-current=step]');
          const weight = meter?.getAttribute('aria-valuenow');
          const at = step?.firstElementChild?.textContent ?? 'end';
          const now = `${weight} % at ${at}`;
          if (shown.at(-1) !== now) shown.push(now);
        };
        look();
        new MutationObserver(look).observe(element, {
          attributes: true,
          characterData: true,
          childList: true,
          subtree: true,
        });
        window.shown = shown;
      });
    },

    /** Asserts that the page showed these one after the other, and never went back. */
    async expectShown(wanted) {
      await assertSamePage(page);
      const shown = await page.evaluate(() => window.shown);
      const places = wanted.map(one => shown.indexOf(one));
      const message = `showed ${shown.join(', ')}; not ${wanted.join(', ')}`;
      assert.ok(
        places.every((place, index) => place > (places[index - 1] ?? -1)),
        message,
      );
      assert.equal(new Set(shown).size, shown.length, message);
    },
  };
}
