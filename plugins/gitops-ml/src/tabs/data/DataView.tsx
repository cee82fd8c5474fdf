import { useMemo } from 'react';
import { DataResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { SizeSection } from '../../components/SizeChart/SizeSection';
import { TableCard } from '../../components/TableCard/TableCard';
import { useViewState } from '../../hooks/useViewState';
import {
  collectDataRows,
  DATA_SORT_KEYS,
  DataRow,
  searchDataRows,
  sumData,
} from '../../view-model/collectDataRows';
import { collectSizeSeries } from '../../view-model/collectSizeSeries';
import { dataColumns } from './dataColumns';
import { DataDrawer } from './DataDrawer';
import { DataEmpty } from './DataEmpty';
import { DataStats } from './DataStats';
import { FirstRun } from './FirstRun';

/** What the repository's data is at a revision. */
export const DataView = (props: { value: DataResponse; isStale: boolean }) => {
  const { value } = props;
  const state = useViewState();
  const { hrefWith } = state;
  const rows = useMemo(() => collectDataRows(value.outputs), [value.outputs]);
  const totals = useMemo(() => sumData(value.outputs), [value.outputs]);
  const picture = useMemo(() => collectSizeSeries(value.sizes), [value.sizes]);
  const hrefOf = useMemo(
    () => (row: DataRow) => hrefWith({ output: row.output.path }),
    [hrefWith],
  );
  const columns = useMemo(
    () =>
      dataColumns(hrefOf, {
        directories: value.outputs.some(({ kind }) => kind === 'directory'),
        severalRemotes: value.remotes.length > 1,
      }),
    [hrefOf, value.outputs, value.remotes],
  );
  const opened = state.get('output');
  return (
    <>
      {rows.length > 0 ? (
        <>
          <DataStats totals={totals} remotes={value.remotes} />
          <FirstRun value={value} />
          {/* One commit has no history to draw. */}
          {picture && value.sizes.length > 1 && (
            <SizeSection picture={picture} unsized={totals.unsized} />
          )}
          <TableCard
            title="Tracked outputs"
            searchLabel="Search data"
            columns={columns}
            rows={rows}
            search={searchDataRows}
            sortKeys={DATA_SORT_KEYS}
            hrefOf={hrefOf}
            isStale={props.isStale}
            empty={<DataEmpty value={value} />}
          />
        </>
      ) : (
        <DataEmpty value={value} />
      )}
      {opened && (
        <DataDrawer
          path={opened}
          value={value}
          onClose={() => state.set({ output: undefined })}
        />
      )}
    </>
  );
};
