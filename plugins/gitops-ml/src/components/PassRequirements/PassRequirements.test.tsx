import { render, screen } from '@testing-library/react';
import { createMetric } from '../../__testUtils__/fixtures/live/analyses';
import { PassRequirements } from './PassRequirements';

describe('the pass requirements', () => {
  it('count against their limits, also 0 of 0', () => {
    render(<PassRequirements metric={createMetric({ failed: 2, limit: 1 })} />);
    expect(
      screen.getByRole('list', { name: 'Pass requirements of auc' }),
    ).toHaveTextContent(
      '2/1failuresover limit0/0inconclusivewithin limit0/4errors in a rowwithin limit',
    );
  });

  it('say when a limit is not known', () => {
    render(
      <PassRequirements
        metric={createMetric({ inconclusiveLimit: undefined })}
      />,
    );
    expect(screen.getByText('limit unknown')).toBeInTheDocument();
  });
});
