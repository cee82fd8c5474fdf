import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createResponseError } from '../../__testUtils__/createResponseError';
import { dataResponse } from '../../__testUtils__/fixtures/data';
import { createEnvelope } from '../../__testUtils__/fixtures/envelope';
import { brokenPointer } from '../../__testUtils__/fixtures/problems';
import { renderTab } from '../../__testUtils__/renderTab';
import { DataTab } from './DataTab';

const answer = (overrides: Partial<typeof dataResponse>) => ({
  getData: async () => ({ ...dataResponse, ...overrides }),
});

const findRow = (name: RegExp) => screen.findByRole('row', { name });

describe('the states of the tab Data versions', () => {
  it('says that a repository without a commit has none, not that it has no data', async () => {
    renderTab(<DataTab />, {
      api: answer({ revision: undefined, outputs: [] }),
    });
    expect(
      await screen.findByRole('heading', {
        name: 'The repository has no commits yet',
      }),
    ).toBeInTheDocument();
  });

  it('claims nothing of a repository that waits to be read', async () => {
    renderTab(<DataTab />, {
      api: answer({
        revision: undefined,
        outputs: [],
        index: { status: 'waiting', commits: 0 },
      }),
    });
    expect(
      await screen.findByText('The repository waits for its turn to be read'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/no commits yet/)).not.toBeInTheDocument();
  });

  it('stays usable while the history is read', async () => {
    renderTab(<DataTab />, {
      api: answer({
        index: { status: 'indexing', commits: 120, commitsTotal: 400 },
      }),
    });
    expect(
      await screen.findByRole('progressbar', {
        name: 'Reading history: 120 of 400 commits',
      }),
    ).toHaveAttribute('value', '0.3');
    expect(await findRow(/transactions/)).toBeInTheDocument();
  });

  it('keeps the last values of a repository that can’t be reached, and says since when', async () => {
    renderTab(<DataTab />, {
      api: answer({
        source: {
          status: 'unreachable',
          since: '2026-11-21T08:41:00Z',
          message: 'Connection refused.',
        },
      }),
    });
    expect(
      await screen.findByText(
        /^The repository can’t be reached since 21 Nov 2026/,
      ),
    ).toBeInTheDocument();
    expect(
      within(screen.getByRole('contentinfo', { name: 'Source' })).getByText(
        'unreachable, values stale',
      ),
    ).toBeInTheDocument();
    expect(await findRow(/transactions/)).toBeInTheDocument();
  });

  it('lists problems with place and remedy beside all that could be read', async () => {
    renderTab(<DataTab />, { api: answer({ problems: [brokenPointer] }) });
    expect(
      await screen.findByRole('link', {
        name: 'data/raw/chargebacks.csv.dvc:3',
      }),
    ).toHaveAttribute('href', brokenPointer.url);
    expect(screen.getByText(brokenPointer.message)).toBeInTheDocument();
    expect(screen.getByText(brokenPointer.remedy)).toBeInTheDocument();
    expect(await findRow(/transactions/)).toBeInTheDocument();
  });

  it('folds many problems, and counts them', async () => {
    const problems = Array.from({ length: 80 }, (_, line) => ({
      ...brokenPointer,
      line,
    }));
    renderTab(<DataTab />, { api: answer({ problems }) });
    const trigger = await screen.findByRole('button', {
      name: /80 problems in reading/,
    });
    expect(trigger).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(trigger);
    expect(
      screen.getByRole('button', { name: 'Show 30 more problems' }),
    ).toBeInTheDocument();
  });

  it('names the missing permission, the entity and whom to ask', async () => {
    renderTab(<DataTab />, {
      api: {
        getData: async () =>
          Promise.reject(createResponseError(403, 'Unauthorized')),
      },
    });
    expect(
      await screen.findByText(
        /gitops-ml\.state\.read on component:default\/fraud-detector\. Ask its owner, ml-team,/,
      ),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Doctor/ }),
    ).not.toBeInTheDocument();
  });

  it('says why an entity is bound to nothing, and offers the doctor', async () => {
    renderTab(<DataTab />, {
      url: '/ml?doctor=open',
      api: {
        getData: async () =>
          Promise.reject(createResponseError(404, 'No allow rule for it')),
      },
    });
    expect(await screen.findByText('No allow rule for it')).toBeInTheDocument();
    expect(
      await screen.findByText('11 files read, 1 with a problem.'),
    ).toBeInTheDocument();
  });

  it('leads back from a revision that does not exist', async () => {
    renderTab(<DataTab />, {
      url: '/ml?revision=v9',
      api: {
        getData: async (_entity, options) =>
          options?.revision === 'v9'
            ? Promise.reject(createResponseError(404, 'There is no ref v9'))
            : dataResponse,
      },
    });
    expect(await screen.findByText('There is no ref v9')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the default branch' }),
    );
    expect(await findRow(/transactions/)).toBeInTheDocument();
    expect(screen.getByTestId('url')).toHaveTextContent(/^\/ml$/);
  });

  it('asks for the revision that is typed', async () => {
    const getData = jest.fn(async () => dataResponse);
    renderTab(<DataTab />, { api: { getData } });
    await findRow(/transactions/);
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Branch, tag or commit' }),
      'v1.2.0{Enter}',
    );
    await waitFor(() =>
      expect(getData).toHaveBeenLastCalledWith(
        { kind: 'Component', namespace: 'default', name: 'fraud-detector' },
        expect.objectContaining({ revision: 'v1.2.0' }),
      ),
    );
    expect(screen.getByTestId('url')).toHaveTextContent('/ml?revision=v1.2.0');
  });

  it('offers to try again after a failure', async () => {
    const getData = jest
      .fn(async () => dataResponse)
      .mockRejectedValueOnce(
        createResponseError(500, 'The database is locked'),
      );
    renderTab(<DataTab />, { api: { getData } });
    expect(
      await screen.findByText('The database is locked'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await findRow(/transactions/)).toBeInTheDocument();
  });

  it('asks the server to read again, and says what came of it', async () => {
    renderTab(<DataTab />, {
      api: {
        refresh: async () => ({ schemaVersion: 1, status: 'already-running' }),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Read the repository again' }),
    );
    expect(
      await screen.findByRole('button', {
        name: 'The repository is already being read',
      }),
    ).toBeInTheDocument();
  });

  it('names its source and revision', async () => {
    renderTab(<DataTab />, { api: answer(createEnvelope()) });
    const source = within(
      await screen.findByRole('contentinfo', { name: 'Source' }),
    );
    expect(source.getByText('git:3f2a1c9')).toBeInTheDocument();
    expect(source.getByText('main @')).toBeInTheDocument();
  });
});
