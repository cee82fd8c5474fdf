import { useMemo } from 'react';
import { ModelsResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { MetricSection } from '../../components/MetricChart/MetricSection';
import { VersionMatrix } from '../../components/VersionMatrix/VersionMatrix';
import { TableCard } from '../../components/TableCard/TableCard';
import { useViewState } from '../../hooks/useViewState';
import {
  collectModelRows,
  modelSortKeys,
  ModelVersionRow,
  searchModelRows,
} from '../../view-model/collectModelRows';
import { ModelSummary } from '../../view-model/collectModelSummaries';
import { selectMetrics } from '../../view-model/modelMetrics';
import { MetricsMissing } from './MetricsMissing';
import { ModelStats } from './ModelStats';
import { VersionDrawer } from './VersionDrawer';
import { versionColumns } from './versionColumns';
import { VersionsEmpty } from './VersionsEmpty';
import styles from './models.module.css';

/** One model: its numbers, its main metric, its versions. */
export const ModelDetail = (props: {
  summary: ModelSummary;
  value: ModelsResponse;
  isStale: boolean;
}) => {
  const { model, metric } = props.summary;
  const { get, set, hrefWith } = useViewState();
  const choices = useMemo(() => selectMetrics(model), [model]);
  const rows = useMemo(
    () => collectModelRows(model, choices),
    [model, choices],
  );
  const sortKeys = useMemo(() => modelSortKeys(choices), [choices]);
  const hrefOf = useMemo(
    () => (row: ModelVersionRow) =>
      hrefWith({ model: model.name, version: row.version.version }),
    [hrefWith, model.name],
  );
  const columns = useMemo(
    () => versionColumns(hrefOf, choices),
    [hrefOf, choices],
  );
  const opened = get('version');
  return (
    <>
      <ModelStats model={model} />
      {rows.length === 0 ? (
        <VersionsEmpty model={model} value={props.value} />
      ) : (
        <>
          <MetricsMissing model={model} />
          <div className={styles.pictures}>
            {metric && <MetricSection model={model} choice={metric} />}
            <VersionMatrix model={model} />
          </div>
          <TableCard
            title={`Versions of ${model.name}`}
            searchLabel="Search versions"
            columns={columns}
            rows={rows}
            search={searchModelRows}
            sortKeys={sortKeys}
            hrefOf={hrefOf}
            isStale={props.isStale}
            empty={<VersionsEmpty model={model} value={props.value} />}
          />
        </>
      )}
      {opened && (
        <VersionDrawer
          model={model}
          versionName={opened}
          value={props.value}
          onClose={() => set({ version: undefined })}
        />
      )}
    </>
  );
};
