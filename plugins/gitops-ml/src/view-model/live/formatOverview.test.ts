import {
  abortedEnvironmentsResponse,
  dayZeroResponse,
  environmentsResponse,
} from '../../__testUtils__/fixtures/live/environments';
import { unreachable } from '../../__testUtils__/fixtures/live/parts';
import { formatOverview } from './formatOverview';

const NOW = Date.parse('2026-11-21T10:00:00Z');

const lines = (value: Parameters<typeof formatOverview>[0]) =>
  formatOverview(value, NOW, 'UTC').split('\n');

describe('the overview as Markdown', () => {
  it('has a line per answer, with drifts, shares and the delivery', () => {
    expect(lines(environmentsResponse)).toEqual([
      '| Environment | Answer | Code | Features | Data | Model | Configuration | Delivery |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      '| staging | Git wants, main | `git:a80b771` | 14 views | 5 outputs | fraud v1.4.0 | 5 files | Paused: Canary at 20 %, paused for approval, step 2 of 6, 14 min |',
      '| staging | Synced | `git:a80b771` | 14 views | 5 outputs | fraud v1.4.0 | 5 files |  |',
      '| staging | Running, stable | `git:c41de99` ⇠2 | `features:0b7e3cd` ⇠2 | `data:77ab02d` ⇠1 | fraud v1.3.0 ⇠ | ? |  |',
      '| staging | Candidate, 20 % | ? | `features:4fd1c09` | `data:9c4e1d0` | fraud v1.4.0 | ? |  |',
      expect.stringMatching(
        /^\| production \| Git wants, \w+ \| `git:c41de99` ⇠4 \|.*\| Healthy: The stable version serves, 17 d 23 h \|$/,
      ),
      expect.stringMatching(/^\| production \| Synced \|/),
      expect.stringMatching(/^\| production \| Running \|/),
      '',
      '- **info** `environment-behind` (production): production is 4 commits behind staging. Promote staging’s commit when its canary is stable.',
      '',
      'http://localhost:3200/ml/fraud-detector.git, as seen at 21 Nov 2026, 10:00:00 UTC. Demo cluster: controllers are simulated',
      '',
    ]);
  });

  it('puts the worst finding first', () => {
    const [first] = lines(abortedEnvironmentsResponse).filter(line =>
      line.startsWith('- '),
    );
    expect(first).toMatch(/^- \*\*error\*\* `delivery-aborted` \(staging\)/);
  });

  it('tells what does not run from what nobody knows', () => {
    expect(lines(dayZeroResponse)).toContain(
      '| staging | Running | — No workload is deployed. | — | — | — | — |  |',
    );
    const [environment] = dayZeroResponse.environments;
    const silent = {
      ...dayZeroResponse,
      environments: [
        {
          ...environment,
          kubernetes: unreachable,
          running: { status: 'unknown', reason: 'It is | silent.' },
        },
      ],
    };
    expect(lines(silent)).toContain(
      '| staging | Running | ? It is \\| silent. | ? | ? | ? | ? |  |',
    );
    expect(lines(silent)[2]).toMatch(/\| \? \|$/);
  });
});
