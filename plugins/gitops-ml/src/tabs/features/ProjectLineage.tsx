import { useMemo } from 'react';
import { FeastProjectView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { LineageMini } from '../../components/LineageMini/LineageMini';
import { collectFeatureLineage } from '../../view-model/collectFeatureLineage';
import { FeatureRow } from '../../view-model/collectFeatureRows';
import { describeProject } from '../../view-model/describeProject';
import { describeStores } from '../../view-model/describeStores';

/** A project's sources, views and services, as far as the search leaves them. */
export const ProjectLineage = (props: {
  project: FeastProjectView;
  rows: FeatureRow[];
  /** Whether there are others to tell it from. */
  isOneOfSeveral: boolean;
  hrefOf: (row: Pick<FeatureRow, 'project' | 'view'>) => string;
}) => {
  const { project, rows, hrefOf } = props;
  const lineage = useMemo(() => {
    const names = rows
      .filter(row => row.project === project)
      .map(row => row.view.name);
    return collectFeatureLineage(project, new Set(names));
  }, [project, rows]);
  if (lineage.nodes.length === 0) return null;
  return (
    <LineageMini
      title={`Lineage of ${
        props.isOneOfSeveral ? describeProject(project) : project.name
      }`}
      note={describeStores(project)}
      lineage={lineage}
      hrefOf={({ kind, label }) => {
        const view = project.featureViews.find(({ name }) => name === label);
        return kind === 'view' && view ? hrefOf({ project, view }) : undefined;
      }}
    />
  );
};
