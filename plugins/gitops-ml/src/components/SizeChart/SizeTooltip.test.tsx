import { render } from '@testing-library/react';
import { SizeTooltip } from './SizeTooltip';

const series = [
  { key: 's0', label: 'data/raw.csv' },
  { key: 's1', label: 'data/gone.csv' },
];

describe('SizeTooltip', () => {
  it('names the sizes that there are, 0 included, and the total', () => {
    const { container } = render(
      <SizeTooltip
        active
        series={series}
        payload={[{ payload: { total: 0, bytes: { s0: 0 } } }]}
      />,
    );
    expect(container).toHaveTextContent('nowdata/raw.csv0 Btotal 0 B');
  });

  it('is nothing where there is no point', () => {
    const { container } = render(<SizeTooltip series={series} payload={[]} />);
    expect(container).toBeEmptyDOMElement();
  });
});
