import { fleetResponse } from '../../__testUtils__/fixtures/live/fleet';
import { collectFleet } from './collectFleetRows';
import { countFleet, filterFleet } from './countFleet';

const { rows } = collectFleet(fleetResponse);

describe('the fleet in numbers and parts', () => {
  it('counts deliveries, places that do not answer, and errors', () => {
    expect(countFleet(rows)).toEqual({
      rolling: 1,
      aborted: 1,
      silent: 1,
      errors: 1,
    });
    expect(countFleet([])).toEqual({
      rolling: 0,
      aborted: 0,
      silent: 0,
      errors: 0,
    });
  });

  it.each([
    ['rolling', ['component:default/fraud-detector']],
    ['aborted', ['component:default/churn']],
    ['silent', ['component:default/churn']],
    [
      'findings',
      ['component:default/fraud-detector', 'component:default/churn'],
    ],
    ['no such word', rows.map(({ id }) => id)],
    [undefined, rows.map(({ id }) => id)],
  ])('shows of it what is %s', (filter, ids) => {
    expect(filterFleet(rows, filter).map(({ id }) => id)).toEqual(ids);
  });
});
