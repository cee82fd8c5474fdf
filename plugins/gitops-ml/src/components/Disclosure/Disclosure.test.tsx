import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Unknown } from '../Unknown/Unknown';
import { Disclosure } from './Disclosure';

describe('a part that opens on demand', () => {
  // A tooltip in a closed part can't have the focus, of which React Aria warns.
  it('makes its content when it opens, and keeps it', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation();
    render(
      <Disclosure title="More">
        <Unknown why="Nobody said." />
      </Disclosure>,
    );
    expect(screen.queryByText('?')).toBeNull();
    const trigger = screen.getByRole('button', { name: /More/ });
    expect(trigger).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(trigger);
    expect(
      screen.getByRole('img', { name: 'Unknown: Nobody said.' }),
    ).toBeVisible();
    await userEvent.click(trigger);
    expect(screen.getByText('?')).toBeInTheDocument();
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it('is open at first where that is asked', () => {
    render(
      <Disclosure title="More" isOpenAtFirst>
        <p>Open</p>
      </Disclosure>,
    );
    expect(screen.getByText('Open')).toBeVisible();
  });
});
