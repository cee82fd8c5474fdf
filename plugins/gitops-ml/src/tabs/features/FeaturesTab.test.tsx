import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createResponseError } from '../../__testUtils__/createResponseError';
import { createEnvelope } from '../../__testUtils__/fixtures/envelope';
import {
  createView,
  featuresResponse,
  fraudProject,
} from '../../__testUtils__/fixtures/features';
import { mergeConflict } from '../../__testUtils__/fixtures/problems';
import { renderTab } from '../../__testUtils__/renderTab';
import { FeaturesTab } from './FeaturesTab';

const answer = (overrides: Partial<typeof featuresResponse>) => ({
  getFeatures: async () => ({ ...featuresResponse, ...overrides }),
});

const findTable = () => screen.findByRole('region', { name: 'Definitions' });
const findRow = async (name: RegExp) =>
  within(await findTable()).findByRole('row', { name });

describe('the tab Feature views', () => {
  it('says that it loads', async () => {
    renderTab(<FeaturesTab />, {
      api: { getFeatures: () => new Promise(() => {}) },
    });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('shows each view with kind, schema size, source, time to live and users', async () => {
    renderTab(<FeaturesTab />);
    const row = await findRow(/transaction_stats/);
    for (const text of [
      'batch',
      '5',
      'card',
      'transactions_source',
      '7 d',
      'yes',
    ]) {
      expect(within(row).getByText(text)).toBeInTheDocument();
    }
    expect(within(row).getByText('fraud_v1')).toBeInTheDocument();
    expect(within(row).getByText('fraud_v2')).toBeInTheDocument();
    expect(within(row).getByText('views.py:18')).toHaveAttribute(
      'title',
      'features/definitions/views.py:18',
    );
  });

  it('says how to apply the definitions, where there are any', async () => {
    renderTab(<FeaturesTab />);
    const section = await screen.findByRole('region', {
      name: 'Apply the definitions',
    });
    expect(
      within(section).getByText('feast --chdir features apply'),
    ).toBeInTheDocument();
  });

  it('shows what the last commit did to each view, in the row', async () => {
    renderTab(<FeaturesTab />);
    expect(
      within(await findRow(/transaction_stats/)).getByRole('img', {
        name: '+1 −1 ~1 TTL changed: removed amount_min_7d: FLOAT; changed amount_avg_7d: FLOAT → DOUBLE; added distinct_merchants_7d: INT64; changed TTL: 1 d → 7 d',
      }),
    ).toBeInTheDocument();
    expect(
      within(await findRow(/card_profile/)).getByRole('img', {
        name: /^Unknown: .*not read that far yet/,
      }),
    ).toBeInTheDocument();
  });

  it('tells no limit, not literal and not used apart', async () => {
    renderTab(<FeaturesTab />);
    expect(
      within(await findRow(/merchant_risk/)).getByRole('img', {
        name: 'no limit: ttl is 0: values do not expire',
      }),
    ).toBeInTheDocument();
    const profile = within(await findRow(/card_profile/));
    expect(
      profile.getByRole('img', { name: /^Unknown: Not written as a literal/ }),
    ).toHaveTextContent('?');
    expect(
      profile.getByRole('img', { name: 'None: No feature service uses it.' }),
    ).toHaveTextContent('—');
    expect(profile.getByText('no')).toBeInTheDocument();
  });

  it('draws the lineage with links that the keyboard reaches, and as a list', async () => {
    renderTab(<FeaturesTab />);
    const lineage = await screen.findByRole('region', {
      name: 'Lineage of fraud',
    });
    const link = within(lineage).getByRole('link', {
      name: 'feature view amount_ratio',
    });
    expect(link).toHaveAttribute(
      'href',
      '/ml?project=features&view=amount_ratio',
    );
    link.focus();
    expect(link).toHaveFocus();
    await userEvent.click(
      within(lineage).getByRole('button', { name: 'Show as table' }),
    );
    expect(
      within(lineage)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toContain('feature view live_counters feeds fraud_v2');
  });

  it('lets the lineage follow the search', async () => {
    renderTab(<FeaturesTab />, { url: '/ml?search=live_counters' });
    const lineage = await screen.findByRole('region', {
      name: 'Lineage of fraud',
    });
    expect(within(lineage).getAllByRole('link')).toHaveLength(1);
  });

  it('opens a view with schema, consumers and history', async () => {
    renderTab(<FeaturesTab />);
    await userEvent.click(
      within(await findTable()).getByRole('link', {
        name: 'transaction_stats',
      }),
    );
    const drawer = within(await screen.findByRole('dialog'));
    expect(
      drawer.getByRole('row', {
        name: 'amount_avg_7d DOUBLE Mean amount of 7 days',
      }),
    ).toBeInTheDocument();
    expect(
      drawer.getByRole('row', { name: 'fraud_v2 all features card_stats' }),
    ).toBeInTheDocument();
    expect(
      await drawer.findByLabelText('changed amount_avg_7d, FLOAT → DOUBLE'),
    ).toBeInTheDocument();
    expect(
      drawer.getByLabelText('removed amount_min_7d, FLOAT'),
    ).toBeInTheDocument();
    expect(screen.getByTestId('url')).toHaveTextContent(
      '/ml?project=features&view=transaction_stats',
    );
  });

  it('finds a view of a project at the root', async () => {
    renderTab(<FeaturesTab />, {
      url: '/ml?project=.&view=merchant_risk',
      api: answer({ projects: [{ ...fraudProject, path: '' }] }),
    });
    const drawer = within(await screen.findByRole('dialog'));
    expect(drawer.getByRole('row', { name: /embedding/ })).toHaveTextContent(
      '?',
    );
  });

  it('shows the state of the history apart from the view', async () => {
    renderTab(<FeaturesTab />, {
      url: '/ml?project=features&view=merchant_risk',
      api: {
        getFeatureHistory: async () =>
          Promise.reject(createResponseError(500, 'The index is locked')),
      },
    });
    const drawer = within(await screen.findByRole('dialog'));
    expect(await drawer.findByText('The index is locked')).toBeInTheDocument();
    expect(
      drawer.getByRole('row', { name: /chargeback_rate_90d/ }),
    ).toBeInTheDocument();
  });

  it('counts definitions that can’t be read, and names their places', async () => {
    renderTab(<FeaturesTab />);
    await userEvent.click(
      await screen.findByRole('button', {
        name: /1 definition that can’t be read without running the code/,
      }),
    );
    expect(
      screen.getByRole('link', { name: 'features/definitions/generated.py:7' }),
    ).toBeInTheDocument();
  });

  it('names the project of each view where there are several', async () => {
    renderTab(<FeaturesTab />, {
      api: answer({
        projects: [
          fraudProject,
          {
            ...fraudProject,
            path: 'other',
            name: 'churn',
            featureViews: [createView({ name: 'activity' })],
            featureServices: [],
          },
        ],
      }),
    });
    expect(
      within(await findRow(/activity/)).getByText('churn · other'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'Lineage of fraud · features' }),
    ).toBeInTheDocument();
  });

  it('names the projects that the table has nothing of', async () => {
    renderTab(<FeaturesTab />, {
      api: answer({
        projects: [
          fraudProject,
          { ...fraudProject, path: 'other', featureViews: [] },
        ],
      }),
    });
    expect(
      await screen.findByText(
        '1 project without a feature view that can be read: fraud · other.',
      ),
    ).toBeInTheDocument();
  });

  it('does not draw what is too much to see', async () => {
    const featureViews = Array.from({ length: 500 }, (_, index) =>
      createView({
        name: `view_${index}`,
        sources: [{ name: 's', type: 'FileSource' }],
      }),
    );
    renderTab(<FeaturesTab />, {
      api: answer({
        projects: [{ ...fraudProject, featureViews, featureServices: [] }],
      }),
    });
    expect(
      await screen.findByText(
        '501 nodes are too many to draw: search to narrow them down.',
      ),
    ).toBeInTheDocument();
    expect(within(await findTable()).getAllByRole('row')).toHaveLength(21);
  });

  it.each([
    [[], 'No Feast project here', 'feast init features'],
    [
      [{ ...fraudProject, featureViews: [], featureServices: [] }],
      'The Feast project fraud defines no feature view yet',
      'git add features && git commit -m "Define features" && git push',
    ],
  ])('says what to do next %#', async (projects, title, command) => {
    renderTab(<FeaturesTab />, { api: answer({ projects }) });
    expect(
      await screen.findByRole('heading', { name: title }),
    ).toBeInTheDocument();
    expect(screen.getByText(command)).toBeInTheDocument();
  });

  it.each([
    [
      'stale',
      createEnvelope({
        source: { status: 'unreachable', since: '2026-11-21T08:41:00Z' },
      }),
      /can’t be reached/,
    ],
    [
      'indexing',
      createEnvelope({
        index: { status: 'indexing', commits: 1, commitsTotal: 2 },
      }),
      /1 of 2 commits/,
    ],
    [
      'partial',
      createEnvelope({ problems: [mergeConflict] }),
      /^1 problem in reading/,
    ],
  ])('shows its views also when %s', async (_state, envelope, said) => {
    renderTab(<FeaturesTab />, { api: answer(envelope) });
    expect((await screen.findAllByText(said)).length).toBeGreaterThan(0);
    expect(await findRow(/transaction_stats/)).toBeInTheDocument();
  });

  it.each([
    [403, /gitops-ml\.state\.read/],
    [404, /annotation gitops-ml\/path/],
    [500, /The page could not be loaded/],
  ])('says what an answer %d means', async (status, said) => {
    renderTab(<FeaturesTab />, {
      api: {
        getFeatures: async () =>
          Promise.reject(createResponseError(status, 'No')),
      },
    });
    expect(await screen.findByText(said)).toBeInTheDocument();
  });
});
