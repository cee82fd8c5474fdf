import { render, screen } from '@testing-library/react';
import { WeightBar } from './WeightBar';

const renderBar = (desired: number, actual: number, maxWeight = 100) =>
  render(
    <WeightBar
      weight={{ desired, actual }}
      maxWeight={maxWeight}
      means="traffic"
      isCandidate
    />,
  );

describe('the bar of weights', () => {
  it.each([
    [0, 0, 100, '0 %, wanted 0 %'],
    [20, 0, 100, '0 %, wanted 20 %'],
    [100, 100, 100, '100 %, wanted 100 %'],
    [150, 100, 1000, '100 of 1000, wanted 150 of 1000'],
  ])('says wanted %d, actual %d of %d', (desired, actual, max, text) => {
    renderBar(desired, actual, max);
    expect(
      screen.getByRole('meter', { name: 'Candidate’s share' }),
    ).toHaveAttribute('aria-valuetext', text);
  });

  it('says what a weight is, and of how much where all is not 100', () => {
    renderBar(0, 0, 1000);
    expect(
      screen.getByText(
        'Share of the traffic, as the router reports it. All of it is 1000.',
      ),
    ).toBeInTheDocument();
  });

  it('speaks of no candidate where there is none', () => {
    render(
      <WeightBar
        weight={{ desired: 100, actual: 100 }}
        maxWeight={100}
        means="replicas"
        isCandidate={false}
        isStale
      />,
    );
    expect(
      screen.getByRole('meter', { name: 'Newest version’s share' }),
    ).toBeInTheDocument();
  });
});
