import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createManyOutputs } from '../../__testUtils__/createManyOutputs';
import { createResponseError } from '../../__testUtils__/createResponseError';
import { createOutput, dataResponse } from '../../__testUtils__/fixtures/data';
import { createEnvelope } from '../../__testUtils__/fixtures/envelope';
import { brokenPointer } from '../../__testUtils__/fixtures/problems';
import { renderTab } from '../../__testUtils__/renderTab';
import { DataTab } from './DataTab';

const HASH = { algorithm: 'md5', value: 'a'.repeat(32) };

const answer = (overrides: Partial<typeof dataResponse>) => ({
  getData: async () => ({ ...dataResponse, ...overrides }),
});

const findRow = (name: RegExp) => screen.findByRole('row', { name });

describe('the tab Data versions', () => {
  it('says that it loads', async () => {
    renderTab(<DataTab />, { api: { getData: () => new Promise(() => {}) } });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('shows each output with its version, change, origin and place', async () => {
    renderTab(<DataTab />);
    const row = await findRow(/features\.parquet/);
    const cells = within(row);
    expect(cells.getByText('data:7d79303')).toHaveAttribute(
      'title',
      'md5 7d793037a0760186574b0282f2f435e7',
    );
    expect(cells.getByText('96 MB')).toBeInTheDocument();
    expect(cells.getByText('+24.1 MB')).toBeInTheDocument();
    expect(cells.getByText('git:3f2a1c9')).toBeInTheDocument();
    expect(cells.getByText('featurize')).toBeInTheDocument();
    expect(
      cells.getByRole('img', { name: /^Not pushed: storage does not have/ }),
    ).toBeInTheDocument();
  });

  it('tells zero, absent and unknown apart', async () => {
    renderTab(<DataTab />);
    const metrics = within(await findRow(/metrics\/evaluation/));
    expect(metrics.getByText('0 B')).toBeInTheDocument();
    expect(metrics.getByText('same size')).toBeInTheDocument();
    expect(
      metrics.getByRole('img', { name: 'None: Not a directory' }),
    ).toHaveTextContent('—');
    const drift = within(await findRow(/reports\/drift/));
    const unmade = drift.getAllByRole('img', {
      name: 'None: No version yet: the stage drift-report never ran.',
    });
    // Version, size, files and place on the remote.
    expect(unmade.map(cell => cell.textContent)).toEqual(['—', '—', '—', '—']);
  });

  it('takes what a broken lock records for unknown', async () => {
    renderTab(<DataTab />, {
      api: answer({
        outputs: [
          createOutput({
            path: 'out',
            kind: 'directory',
            stage: 'train',
            unreadable: true,
            pushed: { status: 'unknown' },
          }),
          createOutput({ path: 'dir', kind: 'directory', hash: HASH }),
        ],
      }),
    });
    const row = within(await findRow(/^out/));
    expect(
      row.getAllByRole('img', { name: /^Unknown: The file that records it/ }),
    ).toHaveLength(3);
    expect(row.queryByText('—', { ignore: 'td:last-child *' })).toBeNull();
    const known = within(await findRow(/^dir/));
    expect(
      known.getByRole('img', { name: /^Unknown: No size is recorded/ }),
    ).toHaveTextContent('?');
    expect(
      known.getByRole('img', { name: /^Unknown: Contents unknown/ }),
    ).toHaveTextContent('?');
  });

  it('says how to run what never ran, and with whose password', async () => {
    renderTab(<DataTab />, {
      api: answer({
        remotes: dataResponse.remotes.map(remote => ({
          ...remote,
          asksFor: ['user', 'password'],
        })),
      }),
    });
    const next = within(
      await screen.findByRole('region', {
        name: '1 stage never ran: drift-report',
      }),
    );
    expect(
      next
        .getAllByRole('button', { name: /^Copy command/ })
        .map(button => button.getAttribute('aria-label')),
    ).toEqual([
      'Copy command dvc remote modify --local storage user USER',
      'Copy command dvc remote modify --local storage password PASSWORD',
      'Copy command dvc repro --pull',
      'Copy command git add . && git commit -m "Run the pipeline"',
      'Copy command dvc push && git push',
    ]);
    expect(next.getByText(/in place of USER and PASSWORD/)).toBeInTheDocument();
  });

  it('counts in the header what others can’t get', async () => {
    renderTab(<DataTab />);
    const stats = within(await screen.findByLabelText('At a glance'));
    expect(stats.getByText('not on a remote').nextSibling).toHaveTextContent(
      '1',
    );
    expect(stats.getByText('in total').nextSibling).toHaveTextContent(
      '1.36 GB',
    );
    expect(
      stats.getByText('outputs, 1 without a version yet').nextSibling,
    ).toHaveTextContent('7');
  });

  it.each([
    ['none', []],
    [
      'not all',
      [
        createOutput({
          path: 'b',
          hash: HASH,
          pushed: { status: 'pushed' },
        }),
      ],
    ],
  ])('does not say 0 when %s were asked for', async (_what, others) => {
    renderTab(<DataTab />, {
      api: answer({
        outputs: [createOutput({ path: 'a', hash: HASH }), ...others],
      }),
    });
    const stats = within(await screen.findByLabelText('At a glance'));
    expect(stats.getByText('not on a remote').nextSibling).toHaveTextContent(
      '?',
    );
  });

  it('gives the picture of sizes as a table too', async () => {
    renderTab(<DataTab />);
    const picture = await screen.findByRole('region', {
      name: 'Size over commits',
    });
    await userEvent.click(
      within(picture).getByRole('button', { name: 'Show as table' }),
    );
    const table = within(picture).getByRole('table', {
      name: 'Size over commits',
    });
    const rows = within(table).getAllByRole('row');
    expect(rows[1]).toHaveTextContent('git:3f2a1c9');
    expect(rows[1]).toHaveTextContent('1.36 GB');
    expect(rows).toHaveLength(6);
  });

  it('opens an output by its link, and keeps it in the URL', async () => {
    renderTab(<DataTab />);
    await userEvent.click(
      await screen.findByRole('link', { name: 'data/raw/transactions.csv' }),
    );
    const drawer = within(await screen.findByRole('dialog'));
    expect(
      await drawer.findByText('unchanged in 23 commits'),
    ).toBeInTheDocument();
    expect(
      drawer.getByText('dvc pull data/raw/transactions.csv'),
    ).toBeInTheDocument();
    expect(
      drawer.getByText(
        'dvc get http://localhost:3200/ml/fraud-detector.git data/raw/transactions.csv --rev 3f2a1c94d0b65e7788f1c2a9be40d6135a7c8e21',
      ),
    ).toBeInTheDocument();
    expect(screen.getByTestId('url')).toHaveTextContent(
      '/ml?output=data%2Fraw%2Ftransactions.csv',
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(screen.getByTestId('url')).toHaveTextContent(/^\/ml$/);
  });

  it('still shows the history of an output that is gone', async () => {
    renderTab(<DataTab />, { url: '/ml?output=data/gone.csv' });
    const drawer = within(await screen.findByRole('dialog'));
    expect(
      drawer.getByText('data/gone.csv is not tracked at main.'),
    ).toBeInTheDocument();
    expect(await drawer.findByText('data:b1946ac')).toBeInTheDocument();
  });

  it('opens at the search and the sort of the URL', async () => {
    renderTab(<DataTab />, { url: '/ml?search=parquet&sort=size:desc' });
    await findRow(/features\.parquet/);
    expect(
      screen
        .getAllByRole('row')
        .slice(1)
        .map(
          row => within(row).getByRole('link', { name: /parquet/ }).textContent,
        ),
    ).toEqual([
      'data/processed/features.parquet',
      'data/external/merchants.parquet',
    ]);
  });

  it('says that a search finds nothing', async () => {
    renderTab(<DataTab />, { url: '/ml?search=zebra' });
    expect(
      await screen.findByText('Nothing here matches “zebra”.'),
    ).toBeInTheDocument();
  });

  it('shows 500 outputs a page at a time', async () => {
    renderTab(<DataTab />, {
      api: answer({ outputs: createManyOutputs(500) }),
    });
    await findRow(/part-000/);
    expect(screen.getAllByRole('row')).toHaveLength(21);
    expect(screen.getByText('1 - 20 of 500')).toBeInTheDocument();
  });

  it('keeps the whole of a long name at hand', async () => {
    const path = `data/${'very-'.repeat(60)}long.csv`;
    renderTab(<DataTab />, {
      api: answer({ outputs: [createOutput({ path })] }),
    });
    expect(await screen.findByRole('link', { name: path })).toHaveAttribute(
      'title',
      path,
    );
  });

  it.each([
    [false, 'No DVC here', 'dvc init'],
    [true, 'DVC is set up, and tracks no data yet', 'dvc add PATH'],
  ])('says what to do next (DVC: %s)', async (dvc, title, command) => {
    renderTab(<DataTab />, { api: answer({ dvc, outputs: [], sizes: [] }) });
    expect(
      await screen.findByRole('heading', { name: title }),
    ).toBeInTheDocument();
    expect(screen.getByText(command)).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: `Copy command ${command}` }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/in http:\/\/localhost:3200.* at main/),
    ).toBeInTheDocument();
  });

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
