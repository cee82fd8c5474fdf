import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CopyButton } from './CopyButton';

describe('CopyButton', () => {
  it('copies, and says so', async () => {
    const user = userEvent.setup();
    const write = jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockResolvedValue(undefined);
    render(<CopyButton text="3f2a1c94d0b6" what="git:3f2a1c9" />);
    await user.click(screen.getByRole('button', { name: 'Copy git:3f2a1c9' }));
    expect(
      await screen.findByRole('button', { name: 'Copied' }),
    ).toBeInTheDocument();
    expect(write).toHaveBeenCalledWith('3f2a1c94d0b6');
  });

  it('says when the browser does not allow it', async () => {
    const user = userEvent.setup();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('denied'));
    render(<CopyButton text="3f2a1c94d0b6" what="git:3f2a1c9" />);
    await user.click(screen.getByRole('button', { name: 'Copy git:3f2a1c9' }));
    expect(
      await screen.findByRole('button', {
        name: 'The browser did not allow copying',
      }),
    ).toBeInTheDocument();
  });
});
