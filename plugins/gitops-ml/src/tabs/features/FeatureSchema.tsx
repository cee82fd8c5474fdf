import { Text } from '@backstage/ui';
import { FeatureViewView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Unknown } from '../../components/Unknown/Unknown';
import { PlainTable } from '../../components/PlainTable/PlainTable';
import styles from './features.module.css';

/** The features of a view with their types, in the order of the definition. */
export const FeatureSchema = ({ view }: { view: FeatureViewView }) => {
  if (view.features.length === 0) {
    return (
      <Text as="p" color="secondary">
        The definition lists no feature; Feast infers them from the source when
        it is applied.
      </Text>
    );
  }
  return (
    <PlainTable
      label={`Features of ${view.name}`}
      columns={['Name', 'Type', 'Description']}
    >
      {view.features.map(({ name, dtype, description }, row) => (
        <tr key={`${row} ${name}`}>
          <th scope="row" className={styles.mono}>
            {name}
          </th>
          <td className={styles.mono}>
            {dtype ?? <Unknown why="The type is not written as a literal." />}
          </td>
          <td>{description ?? '—'}</td>
        </tr>
      ))}
    </PlainTable>
  );
};
