import assert from 'node:assert/strict';

/** The form of the template `ml-monorepo`, as a person at the browser uses it. */
export function createForm(page) {
  const press = label =>
    page.getByRole('button', { name: label, exact: true }).click();
  const field = label => page.getByRole('textbox', { name: label });
  const choice = label => page.getByRole('combobox', { name: label });
  const environments = page.getByRole('group', { name: /^Environment / });

  return {
    press,
    field,
    choice,
    environments,
    environment: name =>
      page.getByRole('group', { name: `Environment ${name}`, exact: true }),

    /** Writes into a field that proposes, and leaves it. */
    async write(label, text) {
      await choice(label).fill(text);
      await choice(label).blur();
    },

    async choose(label, option) {
      await choice(label).click();
      await page.getByRole('option', { name: option }).click();
    },

    async addEnvironment(name) {
      await press('Add environment');
      await environments.last().getByLabel('Name', { exact: true }).fill(name);
    },

    /** Presses `button` and waits for a sentence below the field of this name. */
    async expectRefusal(name, sentence, button = 'Next') {
      await press(button);
      const error = page.locator(`[id="root_${name}__error"]`);
      await error.getByText(sentence).waitFor();
      assert.equal((await error.innerText()).trim(), sentence);
    },
  };
}
