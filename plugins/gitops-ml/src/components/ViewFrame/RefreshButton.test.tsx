import { screen } from '@testing-library/react';
import { DataTab } from '../../tabs/data/DataTab';
import { renderTab } from '../../__testUtils__/renderTab';

// In a file of its own: answers about permissions are cached per page load.
describe('the refresh button', () => {
  it('is not offered to a viewer who may not refresh', async () => {
    renderTab(<DataTab />, { mayRefresh: false });
    expect(
      await screen.findByRole('row', { name: /transactions/ }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Read the repository again' }),
    ).not.toBeInTheDocument();
  });
});
