import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createResponseError } from '../../__testUtils__/createResponseError';
import {
  promotePlan,
  promoteResult,
} from '../../__testUtils__/fixtures/live/actions';
import {
  brokenApplication,
  createApplication,
} from '../../__testUtils__/fixtures/live/application';
import {
  abortedDelivery,
  answerWith,
  createDelivery,
} from '../../__testUtils__/fixtures/live/delivery';
import {
  forbidden,
  unreachable,
} from '../../__testUtils__/fixtures/live/parts';
import { renderTab } from '../../__testUtils__/renderTab';
import { DeliveryTab } from './DeliveryTab';

const staging = (overrides: Parameters<typeof answerWith>[0]) => ({
  getDelivery: async () => answerWith(overrides),
});

const find = (name: RegExp) => screen.findByRole('article', { name });

describe('the tab Delivery', () => {
  it('says in one sentence where a canary stands', async () => {
    renderTab(<DeliveryTab />, { live: staging({}) });
    const card = within(
      await find(/^Canary at 20 %, paused for approval, step 2 of 6/),
    );
    const meter = card.getByRole('meter', { name: 'Candidate’s share' });
    expect(meter).toHaveAttribute('aria-valuenow', '20');
    expect(card.getByText(/Share of the available pods/)).toBeInTheDocument();
    const [current] = within(
      card.getByRole('list', { name: 'Steps' }),
    ).getAllByRole('listitem', { current: 'step' });
    expect(current).toHaveTextContent('2Pause until it is approved');
  });

  it('shows stable and candidate by what they hold', async () => {
    renderTab(<DeliveryTab />, { live: staging({}) });
    const versions = within(
      await screen.findByRole('table', { name: 'Versions' }),
    );
    expect(versions.getByRole('row', { name: /candidate/ })).toHaveTextContent(
      /fraud v1\.4\.0data:9c4e1d0as trained/,
    );
    expect(versions.queryByRole('row', { name: /earlier/ })).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: '1 earlier version' }),
    );
    expect(versions.getByRole('row', { name: /earlier/ })).toHaveTextContent(
      'fraud v1.2.0',
    );
  });

  it('says first why a delivery was aborted, and opens that analysis', async () => {
    renderTab(<DeliveryTab />, {
      live: staging({ deliveries: [abortedDelivery] }),
    });
    const card = await find(/^Aborted at step 1 of 6 \(inferred\)/);
    expect(
      within(card).getByText(
        /^Aborted because auc failed \(2 failed > limit 1\)/,
      ),
    ).toBeInTheDocument();
    const metric = within(
      await screen.findByRole('region', { name: 'Metric log_loss' }),
    );
    expect(metric.getByText('Stopped')).toBeInTheDocument();
    expect(
      within(
        screen.getByRole('list', { name: 'Pass requirements of auc' }),
      ).getAllByRole('listitem')[0],
    ).toHaveTextContent('2/1failuresover limit');
  });

  it('puts Argo CD’s condition above its history, and joins the history with Git', async () => {
    renderTab(<DeliveryTab />, {
      live: staging({ application: brokenApplication }),
    });
    expect(
      await screen.findByText('Argo CD: ComparisonError'),
    ).toBeInTheDocument();
    const history = within(screen.getByRole('table', { name: 'Sync history' }));
    expect(history.getByText('Retrain on November data')).toBeInTheDocument();
    expect(
      history.getByRole('img', {
        name: /^Unknown: The tracked history of Git does not hold/,
      }),
    ).toBeInTheDocument();
  });

  it('has the changes of a delivery as a picture and in words', async () => {
    renderTab(<DeliveryTab />, { live: staging({}) });
    const picture = within(
      await screen.findByRole('region', { name: 'Weight over time' }),
    );
    expect(picture.getByText('unchanged since then')).toBeInTheDocument();
    await userEvent.click(
      picture.getByRole('button', { name: 'Show as table' }),
    );
    const [newest] = within(
      picture.getByRole('list', { name: 'Changes' }),
    ).getAllByRole('listitem');
    expect(newest).toHaveTextContent('weight 20 %, wanted 20 %');
  });

  it('shows one environment by the URL', async () => {
    renderTab(<DeliveryTab />, { url: '/ml?environment=production' });
    await find(/^The stable version serves/);
    expect(screen.queryByRole('article', { name: /^Canary/ })).toBeNull();
    await userEvent.click(
      screen.getByRole('radio', { name: 'all environments' }),
    );
    expect(await find(/^Canary/)).toBeInTheDocument();
  });
});

describe('the actions of a delivery', () => {
  it('shows the plan before the click, and the object’s new state after it', async () => {
    const act = jest.fn(async () => promoteResult);
    const getDelivery = jest.fn(async () => answerWith({}));
    renderTab(<DeliveryTab />, { live: { act, getDelivery } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Promote' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const plan = within(await dialog.findByRole('table', { name: 'Plan' }));
    expect(plan.getByRole('row', { name: /^Weight/ })).toHaveTextContent(
      'Weight20 %50 %',
    );
    expect(act).not.toHaveBeenCalled();
    await userEvent.click(dialog.getByRole('button', { name: 'Promote' }));
    expect(await dialog.findByText('It took effect')).toBeInTheDocument();
    expect(
      dialog.getByText(/The object now says: Progressing: more replicas/),
    ).toBeInTheDocument();
    expect(act).toHaveBeenCalledWith(
      { kind: 'Component', namespace: 'default', name: 'fraud-detector' },
      { environment: 'staging', kind: 'Rollout', name: 'fraud-detector' },
      'promote',
      promotePlan.target.resourceVersion,
    );
    expect(getDelivery).toHaveBeenCalledTimes(2);
  });

  it('does not call a patch done that was not seen to take effect', async () => {
    const unconfirmed = {
      confirmed: false,
      phase: 'Paused',
      message: 'CanaryPauseStep',
    };
    renderTab(<DeliveryTab />, {
      live: {
        ...staging({}),
        act: async () => ({ ...promoteResult, result: unconfirmed }),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Promote' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await dialog.findByRole('table', { name: 'Plan' });
    await userEvent.click(dialog.getByRole('button', { name: 'Promote' }));
    expect(
      await dialog.findByText('Requested, but not seen to take effect yet'),
    ).toBeInTheDocument();
  });

  it('plans again when the object moved on', async () => {
    renderTab(<DeliveryTab />, {
      live: {
        ...staging({}),
        act: async () =>
          Promise.reject(createResponseError(409, 'The object has changed.')),
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Abort' }));
    const dialog = within(await screen.findByRole('dialog'));
    await dialog.findByRole('table', { name: 'Plan' });
    await userEvent.click(dialog.getByRole('button', { name: 'Abort' }));
    expect(
      await dialog.findByText('The object has changed.'),
    ).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Plan again' }));
    expect(
      await dialog.findByRole('table', { name: 'Plan' }),
    ).toBeInTheDocument();
  });

  it('says why one can’t be done now', async () => {
    renderTab(<DeliveryTab />, { live: staging({}) });
    expect(await screen.findByRole('button', { name: 'Retry' })).toBeDisabled();
    expect(
      screen.getByLabelText(
        'Retry is not possible now: Only an aborted delivery can be retried.',
      ),
    ).toBeInTheDocument();
  });

  it('hides them from a viewer who may not act', async () => {
    renderTab(<DeliveryTab />, { live: staging({ mayAct: false }) });
    await find(/^Canary/);
    expect(screen.queryByRole('button', { name: 'Promote' })).toBeNull();
  });
});

describe('the states of the tab Delivery', () => {
  it('keeps the last values of a silent cluster, says since when, and offers no action', async () => {
    renderTab(<DeliveryTab />, { live: staging({ kubernetes: unreachable }) });
    const card = within(await find(/^Canary at 20 %/));
    expect(
      card.getByText('last known, cluster unreachable'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^Cluster demo can’t be reached since 21 Nov 2026/),
    ).toBeInTheDocument();
    expect(card.getByRole('button', { name: 'Promote' })).toBeDisabled();
  });

  it.each([
    [
      'forbidden',
      { kubernetes: forbidden },
      /get, list and watch on Rollouts.*in the namespace fraud-detector-staging/,
    ],
    [
      'never synced',
      { application: createApplication({ history: [] }) },
      /It was never synced: a workload appears/,
    ],
    ['no workload', {}, /There is no Rollout or Deployment of it in the/],
    [
      'not configured',
      { kubernetes: { status: 'not-configured', since: '' } },
      /a row of gitopsMl\.clusters/,
    ],
  ])('says what is missing where it is %s', async (_name, overrides, text) => {
    renderTab(<DeliveryTab />, {
      live: staging({ ...overrides, deliveries: [] }),
    });
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('shows nothing of what is not bound, and says what would bind it', async () => {
    renderTab(<DeliveryTab />, {
      live: staging({
        application: undefined,
        deliveries: [],
        unbound: {
          message: 'The application’s source is another repository.',
          remedy: 'Add an allow rule.',
        },
      }),
    });
    expect(
      await screen.findByText(
        'The application’s source is another repository.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/There is no Rollout/)).toBeNull();
  });

  it('says of an analysis that is planned that it has not begun', async () => {
    renderTab(<DeliveryTab />, {
      live: staging({ deliveries: [createDelivery({ analyses: [] })] }),
    });
    expect(
      await screen.findByText('No analysis has begun yet.'),
    ).toBeInTheDocument();
  });

  it('keeps the analyses of earlier versions apart', async () => {
    const [own] = createDelivery().analyses;
    const before = { ...own, name: 'before', hash: '6c8d5f79b4' };
    renderTab(<DeliveryTab />, {
      live: staging({
        deliveries: [createDelivery({ analyses: [before, own] })],
      }),
    });
    expect(
      await screen.findAllByRole('button', { name: /^Analysis at step/ }),
    ).toHaveLength(1);
    await userEvent.click(
      screen.getByRole('button', { name: /^Earlier versions.*1 analysis$/ }),
    );
    expect(
      await screen.findByRole('button', { name: /^Analysis at step.*before/ }),
    ).toBeInTheDocument();
  });

  it('names the missing permission', async () => {
    renderTab(<DeliveryTab />, {
      live: {
        getDelivery: async () =>
          Promise.reject(createResponseError(403, 'Unauthorized')),
      },
    });
    expect(
      await screen.findByText(/gitops-ml\.state\.read on component/),
    ).toBeInTheDocument();
  });
});
