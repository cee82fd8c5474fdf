import { render, screen, within } from '@testing-library/react';
import { createDelivery } from '../../__testUtils__/fixtures/live/delivery';
import { StepList } from './StepList';

const currentAt = (current: number, count = 3) =>
  createDelivery({
    phase: 'Progressing',
    paused: undefined,
    steps: Array.from({ length: count }, (_, index) => ({
      index,
      kind: 'setWeight',
      value: index * 10,
      state: ['done', 'current', 'later'][Math.sign(index - current) + 1],
    })),
  });

const items = () => screen.getAllByRole('listitem');

describe('the list of steps', () => {
  it('stands at step 0 with nothing done', () => {
    render(<StepList delivery={currentAt(0)} />);
    expect(items().map(item => item.textContent)).toEqual([
      '0Weight 0 %now',
      '1Weight 10 %later',
      '2Weight 20 %later',
    ]);
    expect(items()[0]).toHaveAttribute('aria-current', 'step');
  });

  it('has no current step when all are done', () => {
    render(<StepList delivery={currentAt(3)} />);
    expect(screen.queryByRole('listitem', { current: 'step' })).toBeNull();
    expect(items()[2]).toHaveTextContent('done');
  });

  it('says of an aborted delivery which steps it never came to', () => {
    render(
      <StepList
        delivery={{
          ...createDelivery({ aborted: true }),
          steps: [
            { index: 0, kind: 'setWeight', value: 10, state: 'failed' },
            { index: 1, kind: 'setWeight', value: 50, state: 'later' },
          ],
        }}
      />,
    );
    expect(items().map(item => item.textContent)).toEqual([
      '0Weight 10 %failed',
      '1Weight 50 %not reached',
    ]);
  });

  it('shows five hundred steps', () => {
    render(<StepList delivery={currentAt(499, 500)} />);
    expect(items()[499]).toHaveTextContent('499Weight 4990 %now');
  });

  it('says what happens without steps', () => {
    render(<StepList delivery={createDelivery({ steps: [] })} />);
    expect(screen.getByText(/No steps are declared/)).toBeInTheDocument();
  });

  it('shows a kind that it does not know by its name', () => {
    render(
      <StepList
        delivery={createDelivery({
          steps: [
            { index: 0, kind: 'warp', value: { to: 9 }, state: 'failed' },
          ],
        })}
      />,
    );
    const [step] = items();
    expect(within(step).getByText('warp')).toBeInTheDocument();
    expect(step).toHaveTextContent('{"to":9}failed');
  });
});
