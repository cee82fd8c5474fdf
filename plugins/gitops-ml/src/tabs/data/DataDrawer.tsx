import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import { DataResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { DetailDrawer } from '../../components/DetailDrawer/DetailDrawer';
import { LineageMini } from '../../components/LineageMini/LineageMini';
import { Section } from '../../components/Section/Section';
import { useViewState } from '../../hooks/useViewState';
import { collectDataLineage } from '../../view-model/collectDataLineage';
import { findRemote } from '../../view-model/findRemote';
import { DataFacts } from './DataFacts';
import { DataHistory } from './DataHistory';
import { GetVersion } from './GetVersion';

/** One output: what it is now, how to get it, what is around it, how it came about. */
export const DataDrawer = (props: {
  path: string;
  value: DataResponse;
  onClose: () => void;
}) => {
  const { path, value } = props;
  const { hrefWith } = useViewState();
  const output = value.outputs.find(one => one.path === path);
  const remote = findRemote(value, output);
  const lineage = useMemo(
    () => output && collectDataLineage(output, value.outputs),
    [output, value.outputs],
  );
  return (
    <DetailDrawer title={path} onClose={props.onClose}>
      {output ? (
        <DataFacts output={output} remotes={value.remotes} />
      ) : (
        <Text as="p">
          {`${path} is not tracked at ${
            value.revision?.ref ?? 'this revision'
          }.`}
        </Text>
      )}
      {output && <GetVersion output={output} value={value} />}
      {lineage && lineage.edges.length > 0 && (
        <LineageMini
          title="In the pipeline"
          compact
          lineage={lineage}
          hrefOf={({ kind, label }) =>
            kind === 'data' && label !== path
              ? hrefWith({ output: label })
              : undefined
          }
        />
      )}
      <Section title="History">
        <DataHistory path={path} remote={remote} />
      </Section>
    </DetailDrawer>
  );
};
