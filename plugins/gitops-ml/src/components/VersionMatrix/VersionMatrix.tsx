import { useId } from 'react';
import { Card, CardBody, Text } from '@backstage/ui';
import { ModelView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { collectVersionMatrix } from '../../view-model/collectVersionMatrix';
import { countNoun } from '../../view-model/countNoun';
import { VersionPlaceCell } from './VersionPlaceCell';
import styles from './VersionMatrix.module.css';

/** Versions by stages: where each is, and where it was. Nothing where no stage was ever assigned. */
export const VersionMatrix = ({ model }: { model: ModelView }) => {
  const id = useId();
  const matrix = collectVersionMatrix(model);
  if (!matrix) return null;
  return (
    <Card>
      <CardBody>
        <div className={styles.root}>
          <Text as="h3" id={id} variant="body-large" weight="bold">
            Stages by version
          </Text>
          <table className={styles.table} aria-labelledby={id}>
            <thead>
              <tr>
                <th scope="col">Version</th>
                {matrix.stages.map(stage => (
                  <th key={stage} scope="col" title={stage}>
                    {stage}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {matrix.rows.map(({ version, places }) => (
                <tr key={version}>
                  <th scope="row">{version}</th>
                  {places.map((place, column) => (
                    <td key={matrix.stages[column]}>
                      <VersionPlaceCell place={place} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {matrix.leftOut > 0 && (
            <Text variant="body-small" color="secondary">
              {`Not here: ${countNoun(matrix.leftOut, 'other version')}.`}
            </Text>
          )}
        </div>
      </CardBody>
    </Card>
  );
};
