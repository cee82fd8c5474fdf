import { render, screen } from '@testing-library/react';
import { describeDifference } from '../../view-model/live/describeDifference';
import { DriftMark } from './DriftMark';

const renderMark = (verdict: string, text?: string) =>
  render(
    <DriftMark
      drift={describeDifference(
        [{ part: 'code', verdict, text }],
        'code',
        'staging',
      )}
    />,
  );

describe('the mark of a drift', () => {
  it('counts, and says in words against what', () => {
    renderMark('differs', '12 commits behind');
    expect(
      screen.getByRole('img', {
        name: 'Differs: code, against staging: 12 commits behind',
      }),
    ).toHaveTextContent(/^⇠12$/);
  });

  it('stands without a number where the text counts nothing', () => {
    renderMark('differs', 'v1.3.0 → v1.4.0');
    expect(screen.getByRole('img')).toHaveTextContent(/^⇠$/);
  });

  it('is not there where nothing differs, and is ? where nobody knows', () => {
    const { container, unmount } = renderMark('same');
    expect(container).toBeEmptyDOMElement();
    unmount();
    renderMark('unknown');
    expect(
      screen.getByRole('img', { name: /is not known$/ }),
    ).toHaveTextContent('⇠?');
  });
});
