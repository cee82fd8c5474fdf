import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GitopsMlLiveApi } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { createResponseError } from '../__testUtils__/createResponseError';
import {
  abortedEnvironmentsResponse,
  createEnvironment,
  dayZeroResponse,
  environmentsResponse,
} from '../__testUtils__/fixtures/live/environments';
import { forbidden, unreachable } from '../__testUtils__/fixtures/live/parts';
import { renderTab } from '../__testUtils__/renderTab';
import { OverviewCard } from './OverviewCard';

const show = (
  getEnvironments: GitopsMlLiveApi['getEnvironments'] = async () =>
    environmentsResponse,
) => renderTab(<OverviewCard />, { live: { getEnvironments } });

const rows = async () =>
  within(
    await screen.findByRole('list', { name: 'Environments' }),
  ).getAllByRole('listitem');

describe('the card', () => {
  it('says per environment what serves, what is tried, and how far it is', async () => {
    show();
    expect((await rows()).map(row => row.textContent)).toEqual([
      expect.stringMatching(
        /^stagingfraud v1\.3\.0trying fraud v1\.4\.0PausedCanary at 20 %/,
      ),
      expect.stringMatching(
        /^productionfraud v1\.3\.0HealthyThe stable version serves/,
      ),
    ]);
    expect(
      screen.getByRole('link', { name: /^Canary at 20 %/ }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/fraud-detector/ml-delivery?environment=staging',
    );
  });

  it('shows the worst finding and counts the rest, and says that it is a demo', async () => {
    show(async () => abortedEnvironmentsResponse);
    expect(
      await screen.findByText(
        /was aborted at step 3 of 6.*And 1 more finding\.$/,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'delivery-aborted' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/fraud-detector/ml-overview?finding=delivery-aborted',
    );
    expect(
      screen.getByText('Demo cluster: controllers are simulated'),
    ).toBeInTheDocument();
  });

  it('says of a candidate that was sent back that it was rejected', async () => {
    const [staging] = abortedEnvironmentsResponse.environments;
    const { candidate } = createEnvironment().running;
    show(async () => ({
      ...abortedEnvironmentsResponse,
      environments: [
        { ...staging, running: { ...staging.running, candidate } },
      ],
    }));
    const [row] = await rows();
    expect(row).toHaveTextContent(
      /^stagingfraud v1\.3\.0rejected fraud v1\.4\.0Aborted/,
    );
  });

  it('says of day zero that nothing is deployed', async () => {
    show(async () => dayZeroResponse);
    const [staging] = await rows();
    expect(
      within(staging).getByRole('img', {
        name: 'None: No workload is deployed.',
      }),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('Demo cluster: controllers are simulated'),
    ).toBeNull();
  });

  it('marks the last known values of a cluster that does not answer', async () => {
    const environment = createEnvironment({
      kubernetes: unreachable,
      running: { ...createEnvironment().running, status: 'stale' },
    });
    show(async () => ({
      ...environmentsResponse,
      environments: [environment],
    }));
    const [row] = await rows();
    expect(row).toHaveTextContent(/fraud v1\.3\.0last known/);
    expect(row).toHaveTextContent(/Canary at 20 %.*last known$/);
  });

  it('shows ? with the reason for what a source refuses', async () => {
    const environment = createEnvironment({
      kubernetes: forbidden,
      running: { status: 'unknown', reason: 'It may not be watched.' },
      delivery: undefined,
    });
    show(async () => ({
      ...environmentsResponse,
      environments: [environment],
    }));
    const [row] = await rows();
    expect(
      within(row).getByRole('img', { name: 'Unknown: It may not be watched.' }),
    ).toBeInTheDocument();
    expect(
      within(row).getByRole('img', {
        name: /^Unknown: rollouts\.argoproj\.io/,
      }),
    ).toBeInTheDocument();
  });

  it('says where it looked when there is no environment', async () => {
    show(async () => ({ ...environmentsResponse, environments: [] }));
    expect(
      await screen.findByText(/^No environment found: we looked for gitops-ml/),
    ).toBeInTheDocument();
  });

  it('names the missing permission', async () => {
    show(async () => {
      throw createResponseError(403, 'Unauthorized');
    });
    expect(
      await screen.findByText(/gitops-ml\.state\.read on component/),
    ).toBeInTheDocument();
  });

  it('offers to try again after a failure', async () => {
    const getEnvironments = jest
      .fn(async () => environmentsResponse)
      .mockRejectedValueOnce(
        createResponseError(500, 'The database is locked'),
      );
    show(getEnvironments);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await rows()).toHaveLength(2);
  });
});
