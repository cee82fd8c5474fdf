import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createResponseError } from '../../__testUtils__/createResponseError';
import { createEnvelope } from '../../__testUtils__/fixtures/envelope';
import {
  createModel,
  createVersion,
  fraudModel,
  modelsResponse,
  severalModelsResponse,
} from '../../__testUtils__/fixtures/models';
import { renderTab } from '../../__testUtils__/renderTab';
import { ModelsTab } from './ModelsTab';

const answer = (overrides: Partial<typeof modelsResponse>) => ({
  getModels: async () => ({ ...modelsResponse, ...overrides }),
});

const findTable = (model = 'fraud') =>
  screen.findByRole('region', { name: `Versions of ${model}` });
const findRow = async (name: RegExp) =>
  within(await findTable()).findByRole('row', { name });

describe('the tab Model versions', () => {
  it('says that it loads', async () => {
    renderTab(<ModelsTab />, {
      api: { getModels: () => new Promise(() => {}) },
    });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('shows each version with stages, metrics against the one before, and its file', async () => {
    renderTab(<ModelsTab />);
    const row = within(await findRow(/v1\.4\.0/));
    for (const text of [
      'latest',
      'staging',
      'git:3f2a1c9',
      '0.9412',
      '+0.0121 better',
      '−0.0064 better',
      '0 parameters',
      '1 of 2 inputs',
      'data:7d79303',
      '2 feature views',
      'data:d3486ae',
      'On remote',
      '4.81 MB',
    ]) {
      expect(row.getByText(text)).toBeInTheDocument();
    }
  });

  it('says which limit a version missed', async () => {
    renderTab(<ModelsTab />);
    expect(
      within(await findRow(/v1\.3\.2/)).getByRole('img', {
        name: 'limit: Limit missed: ≤ 0.11, missed',
      }),
    ).toBeInTheDocument();
  });

  it('tells metrics that are not in Git from metrics that do not exist', async () => {
    renderTab(<ModelsTab />);
    expect(
      within(await findRow(/v1\.0\.0/)).getAllByRole('img', {
        name: 'Unknown: metrics/evaluation.json is in the DVC remote, not in Git.',
      }),
    ).toHaveLength(3);
  });

  it('marks the best version, with its direction, in picture and table', async () => {
    renderTab(<ModelsTab />);
    const picture = await screen.findByRole('region', {
      name: 'auc over versions',
    });
    expect(
      within(picture).getByText('higher is better · metrics/evaluation.json'),
    ).toBeInTheDocument();
    await userEvent.click(
      within(picture).getByRole('button', { name: 'Show as table' }),
    );
    const rows = within(picture).getAllByRole('row');
    expect(rows[1]).toHaveTextContent('v1.4.00.9412 (best)');
    expect(rows[5]).toHaveTextContent('v1.0.0?');
  });

  it('opens a version with provenance left and the stages’ history right', async () => {
    renderTab(<ModelsTab />);
    await userEvent.click(
      within(await findTable()).getByRole('link', { name: 'v1.3.0' }),
    );
    const drawer = within(await screen.findByRole('dialog'));
    expect(drawer.getByText('stage train of dvc.lock')).toBeInTheDocument();
    expect(drawer.getByText('fraud@v1.3.0')).toBeInTheDocument();
    expect(
      drawer.getByRole('row', { name: 'train.max_depth 8 6' }),
    ).toBeInTheDocument();
    expect(
      drawer.queryByRole('row', { name: /train\.seed/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      drawer.getByRole('button', { name: 'Show 3 unchanged parameters' }),
    );
    expect(
      drawer.getByRole('row', { name: 'train.seed 7 7' }),
    ).toBeInTheDocument();
    expect(
      drawer.getByRole('row', { name: /features\.parquet .*same as before/ }),
    ).toBeInTheDocument();
    const assignments = within(
      drawer.getByRole('list', { name: 'Assignments, newest first' }),
    ).getAllByRole('listitem');
    expect(assignments[0]).toHaveTextContent('staging ← v1.4.0 current');
    expect(assignments[3]).toHaveTextContent('production ← v1.3.0 unassigned');
    expect(assignments[4]).not.toHaveTextContent('current');
    expect(screen.getByTestId('url')).toHaveTextContent(
      '/ml?model=fraud&version=v1.3.0',
    );
  });

  it('says that a version of the URL does not exist', async () => {
    renderTab(<ModelsTab />, { url: '/ml?model=fraud&version=v9' });
    expect(
      within(await screen.findByRole('dialog')).getByText(
        'fraud has no version v9 at this revision.',
      ),
    ).toBeInTheDocument();
  });

  it('lists several models with a line over their versions, and shows the chosen one', async () => {
    renderTab(<ModelsTab />, {
      api: { getModels: async () => severalModelsResponse },
    });
    const models = within(
      await screen.findByRole('region', { name: 'Models' }),
    );
    expect(
      models.getByRole('img', { name: 'auc over 4 versions, last 0.9412' }),
    ).toBeInTheDocument();
    await userEvent.click(
      models.getByRole('link', {
        name: 'models/chargeback:chargeback-forecast',
      }),
    );
    expect(
      await screen.findByText(
        'gto register models/chargeback:chargeback-forecast --version v0.1.0',
      ),
    ).toBeInTheDocument();
    expect(screen.getByTestId('url')).toHaveTextContent(
      '/ml?model=models%2Fchargeback%3Achargeback-forecast',
    );
  });

  it('says that a model of the URL does not exist, and offers those that do', async () => {
    renderTab(<ModelsTab />, { url: '/ml?model=gone' });
    expect(
      await screen.findByText('There is no model gone at this revision.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'fraud' })).toBeInTheDocument();
  });

  it('shows a version of which only the name is known', async () => {
    renderTab(<ModelsTab />, {
      api: answer({
        models: [
          createModel({
            name: 'fraud',
            versions: [
              createVersion({ version: 'v1.0.0', source: 'descriptor' }),
            ],
          }),
        ],
      }),
    });
    const row = within(await findRow(/v1\.0\.0/));
    expect(row.getByText('from a descriptor, not a tag')).toBeInTheDocument();
    expect(
      row.getByRole('img', { name: 'None: The version names no artifact.' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/over versions/)).not.toBeInTheDocument();
  });

  it('shows 500 versions a page at a time', async () => {
    const versions = Array.from({ length: 500 }, (_, index) =>
      createVersion({ version: `v${index}.0.0` }),
    );
    renderTab(<ModelsTab />, {
      api: answer({ models: [{ ...fraudModel, versions }] }),
    });
    expect(within(await findTable()).getAllByRole('row')).toHaveLength(21);
  });

  it('says what would make a model appear', async () => {
    renderTab(<ModelsTab />, { api: answer({ models: [] }) });
    expect(
      await screen.findByRole('heading', { name: 'No model here' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('gto register fraud-detector --version v0.1.0'),
    ).toBeInTheDocument();
  });

  it.each([
    [
      'stale',
      createEnvelope({
        source: { status: 'forbidden', since: '2026-11-21T08:41:00Z' },
      }),
      /refuses Backstage’s credentials/,
    ],
    [
      'indexing',
      createEnvelope({
        index: { status: 'indexing', commits: 1, commitsTotal: 2 },
      }),
      /1 of 2 commits/,
    ],
    [
      'not indexed',
      createEnvelope({
        index: { status: 'failed', commits: 0, message: 'disk full' },
      }),
      /disk full/,
    ],
  ])('shows its versions also when %s', async (_state, envelope, said) => {
    renderTab(<ModelsTab />, { api: answer(envelope) });
    expect(await screen.findByText(said)).toBeInTheDocument();
    expect(await findRow(/v1\.4\.0/)).toBeInTheDocument();
  });

  it.each([
    [403, /gitops-ml\.state\.read/],
    [404, /annotation gitops-ml\/path/],
    [500, /The page could not be loaded/],
  ])('says what an answer %d means', async (status, said) => {
    renderTab(<ModelsTab />, {
      api: {
        getModels: async () =>
          Promise.reject(createResponseError(status, 'No')),
      },
    });
    expect(await screen.findByText(said)).toBeInTheDocument();
  });
});
