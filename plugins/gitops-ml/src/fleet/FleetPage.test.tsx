import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createResponseError } from '../__testUtils__/createResponseError';
import {
  createManyFleetRows,
  fleetResponse,
} from '../__testUtils__/fixtures/live/fleet';
import { renderTab } from '../__testUtils__/renderTab';
import { FleetPage } from './FleetPage';

const findRow = (name: RegExp) => screen.findByRole('row', { name });

describe('the page of the fleet', () => {
  it('shows every component by environment: what runs, what rolls, what is wrong', async () => {
    renderTab(<FleetPage />);
    expect(await findRow(/^Fraud detector/)).toHaveTextContent(
      /environment-behindfraud v1\.3\.0trying fraud v1\.4\.0Pausedfraud v1\.3\.0Healthy—/,
    );
    expect(await findRow(/^churn/)).toHaveTextContent(
      /delivery-aborted.*Aborted.*last known/,
    );
  });

  it('tells an environment that it has not from one that can’t be read', async () => {
    renderTab(<FleetPage />);
    const row = within(await findRow(/^pricing/));
    expect(
      row.getByRole('img', { name: 'None: It has no environment staging.' }),
    ).toBeInTheDocument();
    expect(
      row.getByRole('img', {
        name: 'Unknown: The pods mount no release ConfigMap.',
      }),
    ).toBeInTheDocument();
  });

  it('searches what runs and what is wrong, in the URL', async () => {
    renderTab(<FleetPage />, { url: '/gitops-ml?search=aborted' });
    expect(await findRow(/^churn/)).toBeInTheDocument();
    expect(screen.queryByRole('row', { name: /^Fraud detector/ })).toBeNull();
    await userEvent.clear(
      screen.getByRole('searchbox', { name: 'Search components' }),
    );
    expect(await findRow(/^Fraud detector/)).toBeInTheDocument();
  });

  it('shows a part of the fleet, by the URL', async () => {
    renderTab(<FleetPage />, { url: '/gitops-ml?status=aborted' });
    expect(await findRow(/^churn/)).toBeInTheDocument();
    expect(screen.queryByRole('row', { name: /^Fraud detector/ })).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'under way' }));
    expect(await findRow(/^Fraud detector/)).toBeInTheDocument();
    expect(screen.getByTestId('url')).toHaveTextContent('status=rolling');
  });

  it('says so when no component is like that', async () => {
    renderTab(<FleetPage />, {
      url: '/gitops-ml?status=aborted',
      live: {
        getFleet: async () => ({
          ...fleetResponse,
          rows: fleetResponse.rows.slice(0, 1),
        }),
      },
    });
    expect(
      await screen.findByText('No component is like that now.'),
    ).toBeInTheDocument();
  });

  it('names a source that does not answer, and how old the others’ words are', async () => {
    renderTab(<FleetPage />);
    expect(
      await screen.findByText(/^Cluster demo can’t be reached since/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('contentinfo', { name: 'Source' }),
    ).toHaveTextContent(/Argo CD demo/);
  });

  it('leads from a finding to its page', async () => {
    renderTab(<FleetPage />);
    expect(
      await screen.findByRole('link', { name: 'delivery-aborted' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/churn/ml-overview?finding=delivery-aborted',
    );
  });

  it('pages through five hundred components', async () => {
    renderTab(<FleetPage />, {
      live: {
        getFleet: async () => ({
          ...fleetResponse,
          rows: createManyFleetRows(500),
        }),
      },
    });
    expect(await findRow(/^model-000/)).toBeInTheDocument();
    expect(screen.getAllByRole('row')).toHaveLength(21);
  });

  it('says what it looked for when there is none', async () => {
    renderTab(<FleetPage />, {
      live: { getFleet: async () => ({ ...fleetResponse, rows: [] }) },
    });
    expect(
      await screen.findByText(/annotation gitops-ml\/path that you may see/),
    ).toBeInTheDocument();
  });

  it('offers to try again after a failure', async () => {
    const getFleet = jest
      .fn(async () => fleetResponse)
      .mockRejectedValueOnce(
        createResponseError(500, 'The database is locked'),
      );
    renderTab(<FleetPage />, { live: { getFleet } });
    expect(
      await screen.findByText('The database is locked'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await findRow(/^churn/)).toBeInTheDocument();
  });
});
