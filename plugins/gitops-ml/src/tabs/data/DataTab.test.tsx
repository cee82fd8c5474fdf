import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createManyOutputs } from '../../__testUtils__/createManyOutputs';
import { createOutput, dataResponse } from '../../__testUtils__/fixtures/data';
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
});
