import { render, screen } from '@testing-library/react';
import { MetricPoint } from '../../view-model/collectMetricPoints';
import { MetricDot } from './MetricDot';
import { MetricTooltip } from './MetricTooltip';

const point: MetricPoint = {
  version: 'v1.4.0',
  at: '2026-11-20T16:01:00Z',
  value: 0,
  isBest: true,
};

const renderDot = (payload: MetricPoint) =>
  render(
    <svg>
      <MetricDot cx={0} cy={0} payload={payload} />
    </svg>,
  );

describe('a version in the picture of a metric', () => {
  it('is marked with a word when it is the best, also at 0', () => {
    renderDot(point);
    expect(screen.getByText('best')).toBeInTheDocument();
  });

  it('is a plain point otherwise, and none without a value', () => {
    const { container, unmount } = renderDot({ ...point, isBest: false });
    expect(container.querySelectorAll('circle')).toHaveLength(1);
    unmount();
    const gap = renderDot({ ...point, value: undefined });
    expect(gap.container.querySelectorAll('circle')).toHaveLength(0);
  });

  it('says in its tooltip when the value is not known', () => {
    const { container } = render(
      <MetricTooltip
        active
        choice={{ file: 'm.json', name: 'auc' }}
        payload={[{ payload: { ...point, value: undefined, isBest: false } }]}
      />,
    );
    expect(container).toHaveTextContent('v1.4.0auc ?');
  });
});
