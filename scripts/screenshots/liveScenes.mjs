// What the documentation shows of what runs: of the example as its story leaves
// it, of it while its cluster is silent, and of the created component before its
// first release and after one that is sent back.

import { createReleases } from '../../e2e/delivery/createReleases.mjs';

const example = '/catalog/default/component/fraud-detector';

// Row by row with such steps it learns little.
const badParameters = { 'train.learning_rate': '50.0', 'train.epochs': '5' };

const deliveryLimit = { timeout: 240_000 };

const releasesAreThere = page =>
  page.getByRole('list', { name: 'Releases by environment' }).waitFor();

/** An environment's rows, once the cluster has said what runs there. */
const environmentIsThere = (page, name, text) =>
  page
    .getByRole('table', { name: 'Environments' })
    .locator('tbody')
    .filter({ hasText: name })
    .filter({ hasText: text })
    .waitFor(deliveryLimit);

const overviewIsThere = text => async page => {
  await environmentIsThere(page, 'production', text);
  await releasesAreThere(page);
};

const sentenceIsThere = (page, text) =>
  page
    .getByRole('heading', { level: 4 })
    .filter({ hasText: text })
    .waitFor(deliveryLimit);

/** One part of the page, with some room around it. */
const around = find => async page => {
  const { x, y, width, height } = await find(page).boundingBox();
  return { x: x - 16, y: y - 16, width: width + 32, height: height + 32 };
};

/** The example, whose newest canary waits for approval in production. */
export const runningScenes = [
  {
    name: 'overview',
    path: `${example}/ml-overview`,
    height: 1250,
    ready: overviewIsThere('paused for approval'),
  },
  {
    name: 'card',
    path: example,
    height: 1000,
    ready: page => page.getByText('paused for approval').waitFor(),
    clip: around(page =>
      page
        .getByRole('heading', { name: 'ML environments' })
        .locator(
          'xpath=ancestor::*[contains(concat(" ", @class, " "), " bui-Card ")][1]',
        ),
    ),
  },
  {
    name: 'delivery-paused',
    path: `${example}/ml-delivery?environment=production`,
    height: 1420,
    ready: page => sentenceIsThere(page, 'paused for approval'),
  },
  {
    name: 'delivery-plan',
    path: `${example}/ml-delivery?environment=production`,
    height: 900,
    ready: async page => {
      await page.getByRole('button', { name: 'Promote', exact: true }).click();
      await page.getByRole('table', { name: 'Plan' }).waitFor();
    },
  },
];

/** The example while its cluster does not answer. */
export const silentScenes = [
  {
    name: 'overview-stale',
    path: `${example}/ml-overview`,
    height: 1400,
    ready: async page => {
      await page.getByText(/^Cluster demo .* since/).waitFor(deliveryLimit);
      await releasesAreThere(page);
    },
  },
];

/** The created component before its first release. */
export const waitingScenes = component => [
  {
    name: 'overview-day-zero',
    path: `/catalog/default/component/${component}/ml-overview`,
    height: 950,
    ready: page => page.getByText('Nothing was released yet').waitFor(),
  },
];

/** Its first release is good and becomes stable; the second is sent back. */
export async function releaseGoodAndBad(page, { demo, directory, name }) {
  const releases = await createReleases({ demo, directory, name });
  const openStaging = () =>
    page.goto(
      `${demo.url}/catalog/default/component/${name}/ml-delivery?environment=staging`,
    );
  await releases.make('v1.0.0');
  const good = await releases.push('Release v1.0.0');
  await openStaging();
  await sentenceIsThere(page, 'The stable version serves');
  await releases.make('v1.1.0', badParameters);
  releases.pin('production', good);
  await releases.push('Release v1.1.0, and keep production at v1.0.0');
  await openStaging();
  await sentenceIsThere(page, 'Aborted at step');
}

/** The created component after its second release was sent back, and the page of both. */
export const rejectedScenes = component => [
  {
    name: 'overview-aborted',
    path: `/catalog/default/component/${component}/ml-overview`,
    height: 1350,
    ready: async page => {
      await environmentIsThere(page, 'staging', 'Aborted at step');
      await releasesAreThere(page);
    },
  },
  {
    name: 'finding',
    path: `/catalog/default/component/${component}/ml-overview?finding=delivery-aborted`,
    height: 1000,
    ready: page =>
      page.getByRole('dialog').getByRole('heading', { name: 'Here' }).waitFor(),
  },
  {
    name: 'delivery-aborted',
    path: `/catalog/default/component/${component}/ml-delivery?environment=staging`,
    height: 1300,
    ready: page => sentenceIsThere(page, 'Aborted at step'),
  },
  {
    name: 'delivery-analysis',
    path: `/catalog/default/component/${component}/ml-delivery?environment=staging`,
    height: 2200,
    ready: async page => {
      await sentenceIsThere(page, 'Aborted at step');
      await page
        .getByRole('region', { name: /^Metric / })
        .first()
        .waitFor();
    },
    clip: around(page =>
      page.getByRole('region', { name: /^Metric / }).first(),
    ),
  },
  {
    name: 'fleet',
    path: '/gitops-ml',
    height: 800,
    ready: async page => {
      const row = name => page.getByRole('row').filter({ hasText: name });
      await row('fraud-detector').filter({ hasText: 'Paused' }).waitFor();
      await row(component).filter({ hasText: 'Aborted' }).waitFor();
    },
  },
];
