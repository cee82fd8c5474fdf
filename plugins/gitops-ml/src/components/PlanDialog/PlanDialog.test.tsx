import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GitopsMlLiveApi } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { createResponseError } from '../../__testUtils__/createResponseError';
import {
  promotePlan,
  promoteResult,
} from '../../__testUtils__/fixtures/live/actions';
import { renderTab } from '../../__testUtils__/renderTab';
import { PlanDialog } from './PlanDialog';

const TARGET = {
  environment: 'staging',
  kind: 'Rollout',
  name: 'fraud-detector',
};

async function open(live: Partial<GitopsMlLiveApi> = {}, action = 'promote') {
  const onClose = jest.fn();
  const onActed = jest.fn();
  renderTab(
    <PlanDialog
      target={TARGET}
      action={action}
      revisions={[]}
      onClose={onClose}
      onActed={onActed}
    />,
    { live },
  );
  const dialog = within(await screen.findByRole('dialog'));
  return { dialog, onClose, onActed };
}

const never = () => new Promise<never>(() => {});

describe('the plan of an action', () => {
  it('is named by the action, the workload and the environment', async () => {
    await open();
    expect(
      screen.getByRole('dialog', {
        name: 'Promote: fraud-detector in staging',
      }),
    ).toBeInTheDocument();
  });

  it('says that it is being made, and offers nothing to confirm before', async () => {
    const { dialog } = await open({ planAction: never });
    expect(dialog.getByRole('status')).toHaveTextContent('Planning');
    expect(dialog.queryByRole('button', { name: 'Promote' })).toBeNull();
    expect(dialog.getByRole('button', { name: 'Cancel' })).toBeEnabled();
  });

  it('shows from and to, what is written where, and the patch on demand', async () => {
    const { dialog, onActed } = await open();
    const plan = within(await dialog.findByRole('table', { name: 'Plan' }));
    expect(plan.getByRole('row', { name: /^Step/ })).toHaveTextContent(
      'Step2 of 6, pause3 of 6, setWeight 50',
    );
    expect(
      dialog.getByText(
        /^Writes 1 patch to Rollout fraud-detector-staging\/fraud-detector in cluster demo, in your name/,
      ),
    ).toBeInTheDocument();
    expect(dialog.queryByText(/pauseConditions/)).toBeNull();
    await userEvent.click(
      dialog.getByRole('button', { name: /What is written/ }),
    );
    expect(await dialog.findByText(/pauseConditions/)).toHaveTextContent(
      /^status \{/,
    );
    expect(onActed).not.toHaveBeenCalled();
  });

  it('closes by the keyboard without acting', async () => {
    const act = jest.fn(async () => promoteResult);
    const { dialog, onClose } = await open({ act });
    await dialog.findByRole('table', { name: 'Plan' });
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalled();
    expect(act).not.toHaveBeenCalled();
  });

  it('says “requested” until the object says its new state', async () => {
    const { dialog } = await open({ act: never });
    await dialog.findByRole('table', { name: 'Plan' });
    await userEvent.click(dialog.getByRole('button', { name: 'Promote' }));
    expect(
      await dialog.findByText('Requested; waiting for the object to say so'),
    ).toBeInTheDocument();
    expect(dialog.getByRole('table', { name: 'Plan' })).toBeInTheDocument();
  });

  it('shows the object’s own new state, and has the page read again', async () => {
    const { dialog, onActed, onClose } = await open();
    await dialog.findByRole('table', { name: 'Plan' });
    await userEvent.click(dialog.getByRole('button', { name: 'Promote' }));
    expect(
      await dialog.findByText(
        'The object now says: Progressing: more replicas need to be updated, step 3 of 6.',
      ),
    ).toBeInTheDocument();
    expect(onActed).toHaveBeenCalledTimes(1);
    // The header has one, too.
    const [, close] = dialog.getAllByRole('button', { name: 'Close' });
    await userEvent.click(close);
    expect(onClose).toHaveBeenCalled();
  });

  it('does not guess what came of a patch of which the server says nothing', async () => {
    const { dialog } = await open({
      act: async () => ({ ...promoteResult, result: undefined }),
    });
    await dialog.findByRole('table', { name: 'Plan' });
    await userEvent.click(dialog.getByRole('button', { name: 'Promote' }));
    expect(await dialog.findByText('The patch was taken')).toBeInTheDocument();
  });

  it.each([
    [403, 'You may not act on component:default/fraud-detector.'],
    [409, 'The object has changed.'],
    [504, 'The cluster did not answer in time.'],
  ])('says why it failed (%d), and plans again', async (status, message) => {
    const planAction = jest
      .fn(async () => promotePlan)
      .mockRejectedValueOnce(createResponseError(status, message));
    const { dialog } = await open({ planAction });
    expect(await dialog.findByText(message)).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Plan again' }));
    expect(
      await dialog.findByRole('table', { name: 'Plan' }),
    ).toBeInTheDocument();
  });

  it('calls an action that it does not know by its id', async () => {
    const { dialog } = await open({}, 'rewind');
    expect(
      await dialog.findByRole('button', { name: 'rewind' }),
    ).toBeInTheDocument();
  });
});
