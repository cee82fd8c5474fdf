// What the documentation shows. A scene is ready when its last part is there:
// what is asked of others (the DVC remote) comes after the page.

const example = '/catalog/default/component/fraud-detector';
const form = '/create/templates/default/ml-monorepo';

/** The component that is made by the form for the pictures. */
export const created = 'churn-model';
const description = 'Says which customers are about to leave.';

const row = (page, text) => page.getByRole('row').filter({ hasText: text });
const press = (page, name) =>
  page.getByRole('button', { name, exact: true }).click();

// The history is read after the revision itself.
const dataIsThere = async page => {
  await row(page, 'Not pushed').waitFor();
  await page.getByText('Size over commits').waitFor();
  await page.getByText(/^indexed /).waitFor();
};

const fillIn = async page => {
  await page.getByRole('textbox', { name: 'Name' }).first().fill(created);
  await page.getByRole('textbox', { name: 'Description' }).fill(description);
  // Proposed where nothing was chosen.
  await page.waitForTimeout(500);
};

const fillInEnvironments = async page => {
  await fillIn(page);
  await press(page, 'Next');
  await page.getByText('DVC remote').first().waitFor();
  await press(page, 'Next');
  await page
    .getByRole('group', { name: 'Environment production' })
    .getByLabel('Namespace')
    .waitFor();
};

/** Goes through the whole form; answers the task's path when the task is done. */
export async function createByForm(page, baseUrl) {
  await page.goto(`${baseUrl}${form}`);
  await fillInEnvironments(page);
  await press(page, 'Review');
  await page.getByText(description).waitFor();
  await press(page, 'Create');
  await page.getByRole('link', { name: 'Component' }).waitFor();
  return new URL(page.url()).pathname;
}

/** Scenes that need nothing but the example. */
export const scenes = [
  {
    name: 'data-versions',
    path: `${example}/ml-data`,
    height: 1500,
    ready: dataIsThere,
  },
  {
    name: 'data-version',
    path: `${example}/ml-data?output=data%2Fraw%2Ftransactions.csv`,
    height: 1000,
    ready: page =>
      page.getByRole('dialog').getByText('Not pushed').first().waitFor(),
  },
  {
    name: 'model-versions',
    path: `${example}/ml-models`,
    height: 1350,
    ready: page => row(page, 'v1.0.0').getByText('On remote').waitFor(),
  },
  {
    name: 'model-version',
    path: `${example}/ml-models?model=fraud-detector&version=v1.3.0`,
    height: 1000,
    ready: page => page.getByRole('dialog').getByText('On remote').waitFor(),
  },
  {
    name: 'feature-views',
    path: `${example}/ml-features`,
    height: 1300,
    ready: page => row(page, 'last_sale').waitFor(),
  },
  {
    name: 'feature-view',
    path: `${example}/ml-features?project=features&view=last_payment`,
    height: 1000,
    ready: page => page.getByRole('dialog').getByText('History').waitFor(),
  },
  {
    name: 'doctor',
    path: `${example}/ml-data`,
    height: 2280,
    ready: async page => {
      await dataIsThere(page);
      await page.getByText('From annotation to page').click();
      await page.getByText('gitops-ml-file').waitFor();
    },
    // The panel, with some room around it.
    clip: async page => {
      const { height } = page.viewportSize();
      const title = page.getByText('From annotation to page');
      const { y } = await title.boundingBox();
      return { x: 240, y: y - 30, width: 1160, height: height - y + 30 };
    },
  },
  { name: 'create-form', path: form, height: 880, ready: fillIn },
  {
    name: 'create-environments',
    path: form,
    height: 820,
    ready: fillInEnvironments,
  },
];

/** Scenes of what the form made. */
export const createdScenes = taskPath => [
  {
    name: 'task',
    path: taskPath,
    height: 1000,
    ready: page => page.getByRole('link', { name: 'Component' }).waitFor(),
  },
  {
    name: 'day-zero',
    path: `/catalog/default/component/${created}/ml-models`,
    height: 1000,
    ready: page => page.getByText(`${created} was not made yet`).waitFor(),
  },
];
