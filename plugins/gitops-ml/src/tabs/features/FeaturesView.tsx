import { useMemo } from 'react';
import { FeaturesResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { StatRow } from '../../components/StatRow/StatRow';
import { TableCard } from '../../components/TableCard/TableCard';
import { useViewState } from '../../hooks/useViewState';
import {
  collectFeatureRows,
  FEATURE_SORT_KEYS,
  FeatureRow,
  searchFeatureRows,
  sumFeatures,
} from '../../view-model/collectFeatureRows';
import { describeFeatureTotals } from '../../view-model/describeFeatureTotals';
import { formatProjectParameter } from '../../view-model/projectParameter';
import { ApplyDefinitions } from './ApplyDefinitions';
import { EmptyProjects } from './EmptyProjects';
import { featureColumns } from './featureColumns';
import { FeatureDrawer } from './FeatureDrawer';
import { FeaturesEmpty } from './FeaturesEmpty';
import { ProjectLineage } from './ProjectLineage';
import { UnresolvedList } from './UnresolvedList';

/** What the repository's Feast projects define at a revision. */
export const FeaturesView = (props: {
  value: FeaturesResponse;
  isStale: boolean;
}) => {
  const { projects } = props.value;
  const { get, set, hrefWith } = useViewState();
  const rows = useMemo(() => collectFeatureRows(projects), [projects]);
  const totals = useMemo(() => sumFeatures(projects), [projects]);
  const hrefOf = useMemo(
    () => (row: Pick<FeatureRow, 'project' | 'view'>) =>
      hrefWith({
        project: formatProjectParameter(row.project.path),
        view: row.view.name,
      }),
    [hrefWith],
  );
  const columns = useMemo(
    () => featureColumns(hrefOf, projects.length > 1),
    [hrefOf, projects.length],
  );
  const search = get('search');
  const shown = useMemo(
    () => (search ? searchFeatureRows(rows, search) : rows),
    [rows, search],
  );
  const opened = get('view');
  const hasSeveral = projects.length > 1;
  const lineages = projects.map(project => (
    <ProjectLineage
      key={project.path}
      project={project}
      rows={shown}
      isOneOfSeveral={hasSeveral}
      hrefOf={hrefOf}
    />
  ));
  return (
    <>
      {projects.length > 0 && <StatRow stats={describeFeatureTotals(totals)} />}
      {rows.length > 0 ? (
        <>
          {!hasSeveral && lineages}
          <TableCard
            title="Definitions"
            searchLabel="Search features"
            columns={columns}
            rows={rows}
            search={searchFeatureRows}
            sortKeys={FEATURE_SORT_KEYS}
            hrefOf={hrefOf}
            isStale={props.isStale}
            empty={<FeaturesEmpty value={props.value} />}
          />
          <EmptyProjects projects={projects} />
          {/* Of many projects the pictures would push the table out of sight. */}
          {hasSeveral && lineages}
        </>
      ) : (
        <FeaturesEmpty value={props.value} />
      )}
      <UnresolvedList projects={projects} />
      <ApplyDefinitions projects={projects} />
      {opened && (
        <FeatureDrawer
          projectParameter={get('project')}
          viewName={opened}
          value={props.value}
          onClose={() => set({ view: undefined, project: undefined })}
        />
      )}
    </>
  );
};
