import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EnvironmentsResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { createResponseError } from '../../__testUtils__/createResponseError';
import {
  abortedEnvironmentsResponse,
  createEnvironment,
  dayZeroResponse,
  environmentsResponse,
  production,
} from '../../__testUtils__/fixtures/live/environments';
import {
  forbidden,
  unreachable,
} from '../../__testUtils__/fixtures/live/parts';
import { releasesResponse } from '../../__testUtils__/fixtures/live/releases';
import { renderTab } from '../../__testUtils__/renderTab';
import { OverviewTab } from './OverviewTab';

const answer = (overrides: Partial<EnvironmentsResponse>) => ({
  getEnvironments: async () => ({ ...environmentsResponse, ...overrides }),
});

const findRow = (name: RegExp) => screen.findByRole('row', { name });

describe('the tab Overview', () => {
  it('shows what Git wants in five cells, the delivery and the drift to the environment before', async () => {
    renderTab(<OverviewTab />);
    const row = await findRow(/^production/);
    const cells = within(row).getAllByRole('cell');
    expect(cells.map(cell => cell.textContent)).toEqual([
      'git:c41de99⇠438 files',
      '12 views⇠23 services',
      '5 outputs⇠11.12 GB',
      'fraud v1.3.0⇠1',
      '5 files⇠2infra/production',
      expect.stringMatching(/^HealthyThe stable version serves/),
    ]);
    expect(
      within(row).getByRole('img', {
        name: 'Differs: code, against staging: 4 commits behind',
      }),
    ).toBeInTheDocument();
  });

  it('shows running and candidate beside what is wanted, data and features as trained', async () => {
    renderTab(<OverviewTab />);
    const running = await findRow(/^Runningstable/);
    expect(running).toHaveTextContent('data:77ab02d');
    expect(running).toHaveTextContent('as trained');
    expect(
      within(running).getByRole('img', {
        name: /^Unknown: Two commits of the deployed history/,
      }),
    ).toBeInTheDocument();
    expect(await findRow(/^Candidate20 %/)).toHaveTextContent('fraud v1.4.0');
  });

  it('folds the answers that agree, and opens them by the URL', async () => {
    renderTab(<OverviewTab />);
    await findRow(/^production/);
    expect(screen.queryByRole('row', { name: /^Synced/ })).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Synced and Running: the same' }),
    );
    expect(await findRow(/^Synced/)).toHaveTextContent('Healthy');
    expect(screen.getByTestId('url')).toHaveTextContent(
      'environment=production',
    );
  });

  it('leads from a cell to the tab at that commit', async () => {
    renderTab(<OverviewTab />);
    const row = await findRow(/^production/);
    expect(
      within(row).getByRole('link', { name: 'fraud v1.3.0' }),
    ).toHaveAttribute(
      'href',
      `/catalog/default/component/fraud-detector/ml-models?revision=${production.revision}`,
    );
  });

  it('says at which step a delivery was aborted, by which metric, and what runs', async () => {
    renderTab(<OverviewTab />, {
      live: { getEnvironments: async () => abortedEnvironmentsResponse },
    });
    expect(
      await screen.findByRole('link', {
        name: /^Aborted at step 3 of 6, the stable version serves/,
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'auc: assessed Failed due to failed (2) > failureLimit (1)',
      ),
    ).toBeInTheDocument();
    expect(await findRow(/^Running/)).toHaveTextContent('fraud v1.3.0');
    expect(screen.queryByRole('row', { name: /^Candidate/ })).toBeNull();
  });

  it('calls a candidate that was sent back rejected', async () => {
    const [staging] = abortedEnvironmentsResponse.environments;
    renderTab(<OverviewTab />, {
      live: answer({
        environments: [
          {
            ...staging,
            running: {
              ...staging.running,
              candidate: createEnvironment().running.candidate,
              candidateWeight: 0,
            },
          },
        ],
      }),
    });
    expect(await findRow(/^Rejectedat step 3 of 6/)).toHaveTextContent(
      'fraud v1.4.0',
    );
  });

  it('copies itself as Markdown', async () => {
    const user = userEvent.setup();
    const write = jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockResolvedValue(undefined);
    renderTab(<OverviewTab />);
    await user.click(
      await screen.findByRole('button', { name: 'Copy as Markdown' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Copied' }),
    ).toBeInTheDocument();
    expect(write).toHaveBeenCalledWith(
      expect.stringMatching(/^\| Environment \| Answer \|/),
    );
  });

  it('lists findings, the worst first, with remedy and code', async () => {
    renderTab(<OverviewTab />, {
      live: {
        getEnvironments: async () => ({
          ...abortedEnvironmentsResponse,
          findings: [...abortedEnvironmentsResponse.findings].reverse(),
        }),
      },
    });
    const list = within(
      await screen.findByRole('region', { name: '2 findings' }),
    );
    const [worst] = list.getAllByRole('listitem');
    expect(worst).toHaveTextContent('delivery-aborted');
    expect(worst).toHaveTextContent(/Take the promotion back/);
  });
});

describe('the states of the tab Overview', () => {
  it('says of day zero what does not run, and where the next command is', async () => {
    renderTab(<OverviewTab />, {
      live: { getEnvironments: async () => dayZeroResponse },
    });
    expect(
      await screen.findByRole('link', {
        name: 'Model versions has the commands',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/fraud-detector/ml-models',
    );
    const [running] = screen.getAllByRole('row', { name: /^Running/ });
    expect(running).toHaveTextContent('Running— No workload is deployed.');
  });

  it('says where it looked for environments when there is none', async () => {
    renderTab(<OverviewTab />, { live: answer({ environments: [] }) });
    expect(
      await screen.findByText(/We looked for gitops-ml\.yaml, Argo CD/),
    ).toBeInTheDocument();
  });

  it('marks the last known values of a cluster that does not answer', async () => {
    renderTab(<OverviewTab />, {
      live: answer({
        environments: [
          createEnvironment({
            kubernetes: unreachable,
            running: { ...createEnvironment().running, status: 'stale' },
          }),
        ],
      }),
    });
    expect(
      await screen.findByText(/^Cluster demo can’t be reached since 21 Nov/),
    ).toBeInTheDocument();
    const running = await findRow(/^Runningstablelast known/);
    expect(running).toHaveTextContent('fraud v1.3.0');
    expect(await findRow(/^staging/)).toHaveTextContent('fraud v1.4.0');
  });

  it('shows ? with the reason for what a forbidden source would say', async () => {
    renderTab(<OverviewTab />, {
      live: answer({
        environments: [
          createEnvironment({
            kubernetes: forbidden,
            running: { status: 'unknown', reason: 'It may not be watched.' },
            runningDiffers: [],
            delivery: undefined,
          }),
        ],
      }),
    });
    expect(
      await screen.findByText(/^Cluster demo refuses our credentials/),
    ).toBeInTheDocument();
    expect(await findRow(/^Running/)).toHaveTextContent(
      'Running? It may not be watched.',
    );
  });

  it('keeps the environments when the releases can’t be had', async () => {
    renderTab(<OverviewTab />, {
      live: {
        getReleases: async () =>
          Promise.reject(createResponseError(500, 'The database is locked')),
      },
    });
    expect(
      await screen.findByText('The database is locked'),
    ).toBeInTheDocument();
    expect(await findRow(/^staging/)).toBeInTheDocument();
  });

  it('says that no release was seen yet', async () => {
    renderTab(<OverviewTab />, {
      live: {
        getReleases: async () => ({ ...releasesResponse, releases: [] }),
      },
    });
    expect(
      await screen.findByText(/No release was seen yet/),
    ).toBeInTheDocument();
  });

  it('names the missing permission', async () => {
    renderTab(<OverviewTab />, {
      live: {
        getEnvironments: async () =>
          Promise.reject(createResponseError(403, 'Unauthorized')),
      },
    });
    expect(
      await screen.findByText(/gitops-ml\.state\.read on component/),
    ).toBeInTheDocument();
  });

  it('has no revision to pick, since it is about now', async () => {
    renderTab(<OverviewTab />);
    await findRow(/^staging/);
    expect(
      screen.queryByRole('textbox', { name: 'Branch, tag or commit' }),
    ).toBeNull();
    expect(
      screen.getByText('Demo cluster: controllers are simulated'),
    ).toBeInTheDocument();
  });
});
