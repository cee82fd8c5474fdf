import { Text } from '@backstage/ui';
import { FeatureViewView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Unknown } from '../../components/Unknown/Unknown';
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
    <table className={styles.table} aria-label={`Features of ${view.name}`}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Type</th>
          <th scope="col">Description</th>
        </tr>
      </thead>
      <tbody>
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
      </tbody>
    </table>
  );
};
