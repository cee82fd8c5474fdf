import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createManyReleases,
  createRelease,
  releasesResponse,
} from '../../__testUtils__/fixtures/live/releases';
import { renderTab } from '../../__testUtils__/renderTab';
import { collectLanes, MAX_MARKS } from '../../view-model/live/collectLanes';
import { RevisionTimeline } from './RevisionTimeline';

const NOW = Date.parse('2026-11-21T10:00:00Z');

describe('the timeline of releases', () => {
  it('has a lane per environment, also without a release, and says what was not watched', async () => {
    renderTab(
      <RevisionTimeline
        value={releasesResponse}
        environments={['staging', 'production', 'sandbox']}
      />,
    );
    const lanes = within(
      await screen.findByRole('list', { name: 'Releases by environment' }),
    ).getAllByRole('listitem');
    expect(lanes.map(lane => lane.textContent)).toEqual([
      'stagingv1.2.0v1.3.0v1.4.0',
      'productionv1.2.0v1.3.0',
      'sandbox',
    ]);
    expect(
      within(lanes[1]).getByRole('img', { name: /^Not watched from 20 Oct/ }),
    ).toBeInTheDocument();
    expect(
      within(lanes[0]).getByRole('img', {
        name: /^v1\.4\.0: fraud v1\.3\.0 → fraud v1\.4\.0 · aborted .* at step 3 of 6/,
      }),
    ).toBeInTheDocument();
  });

  it('says the same as a table', async () => {
    renderTab(
      <RevisionTimeline value={releasesResponse} environments={['staging']} />,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as table' }),
    );
    expect(
      screen.getByRole('row', {
        name: /staging fraud v1\.3\.0 → fraud v1\.4\.0/,
      }),
    ).toHaveTextContent('Aborted');
  });
});

describe('collectLanes', () => {
  it('draws the newest of five hundred, and counts the rest', () => {
    const timeline = collectLanes(
      { releases: createManyReleases(500), gaps: [] },
      ['staging'],
      NOW,
    );
    expect(timeline?.lanes[0].marks).toHaveLength(MAX_MARKS);
    expect(timeline?.leftOut).toBe(500 - MAX_MARKS);
    expect(timeline?.lanes[0].marks.at(-1)?.isLabelled).toBe(true);
  });

  it('places one release at the beginning, and none where there is none', () => {
    const one = collectLanes(
      { releases: [createRelease()], gaps: [] },
      [],
      NOW,
    );
    expect(one?.lanes[0].marks[0].position).toBe(0);
    expect(collectLanes({ releases: [], gaps: [] }, ['staging'], NOW)).toBe(
      undefined,
    );
  });
});
