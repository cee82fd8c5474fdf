import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FindingView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  abortedFinding,
  behindFinding,
} from '../../__testUtils__/fixtures/live/environments';
import { renderTab } from '../../__testUtils__/renderTab';
import { FindingDrawer } from './FindingDrawer';
import { FindingList } from './FindingList';

const show = (findings: FindingView[], url?: string) =>
  renderTab(
    <>
      <FindingList findings={findings} />
      <FindingDrawer findings={findings} />
    </>,
    { url },
  );

const items = async () =>
  within(
    await screen.findByRole('region', { name: /findings?$/ }),
  ).getAllByRole('listitem');

describe('the list of findings', () => {
  it('puts the worst first, and a severity that it does not know last', async () => {
    show([
      { ...behindFinding, severity: 'odd', id: 'from-tomorrow' },
      behindFinding,
      abortedFinding,
    ]);
    const codes = (await items()).map(
      item => within(item).getAllByRole('link').at(-1)?.textContent,
    );
    expect(codes).toEqual([
      'delivery-aborted',
      'environment-behind',
      'from-tomorrow',
    ]);
  });

  it('shows what is wrong, where, the remedy and the evidence', async () => {
    show([abortedFinding]);
    const [item] = await items();
    expect(item).toHaveTextContent(/^error.*aborted at step 3 of 6/);
    expect(item).toHaveTextContent(/Take the promotion back/);
    expect(item).toHaveTextContent(/AnalysisRun fraud-detector-7d9f8c5b64-5-3/);
    expect(within(item).getByText('staging')).toBeInTheDocument();
  });

  it('shows twenty of five hundred at first', async () => {
    show(Array.from({ length: 500 }, () => behindFinding));
    expect(await items()).toHaveLength(20);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 480 more findings' }),
    );
    expect(await items()).toHaveLength(500);
  });

  it('is not there when nothing was found', async () => {
    show([]);
    expect(await screen.findByTestId('url')).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: /findings?$/ })).toBeNull();
  });
});

describe('the page of a finding', () => {
  it('opens by the code, has the URL, and closes by the keyboard', async () => {
    show([abortedFinding]);
    const link = await screen.findByRole('link', { name: 'delivery-aborted' });
    expect(link).toHaveAttribute('href', '/ml?finding=delivery-aborted');
    await userEvent.click(link);
    const page = within(
      await screen.findByRole('dialog', { name: 'A delivery was aborted' }),
    );
    expect(
      page
        .getAllByRole('heading', { level: 3 })
        .map(heading => heading.textContent),
    ).toEqual(['Here', 'What it means', 'Why it matters', 'How to fix it']);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByTestId('url')).toHaveTextContent('/ml');
  });

  it('says that it was not found here now', async () => {
    show([], '/ml?finding=cluster-drift');
    const page = within(await screen.findByRole('dialog'));
    expect(page.getByText('It was not found here now.')).toBeInTheDocument();
    expect(page.getByText(/The next sync undoes/)).toBeInTheDocument();
  });

  it('says of a code of a newer back end that it does not know it', async () => {
    show(
      [{ ...behindFinding, id: 'from-tomorrow' }],
      '/ml?finding=from-tomorrow',
    );
    const page = within(await screen.findByRole('dialog'));
    expect(page.getByText(behindFinding.message)).toBeInTheDocument();
    expect(
      page.getByText(/does not know from-tomorrow yet/),
    ).toBeInTheDocument();
  });
});
