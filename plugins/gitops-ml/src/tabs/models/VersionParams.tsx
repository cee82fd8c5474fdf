import { useState } from 'react';
import { Button, Text } from '@backstage/ui';
import { ModelVersionView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { countNoun } from '../../view-model/countNoun';
import { diffParams } from '../../view-model/diffParams';
import { PlainTable } from '../../components/PlainTable/PlainTable';
import styles from './models.module.css';

/** The parameters of a version: those that differ first, the rest on demand. */
export const VersionParams = (props: {
  version: ModelVersionView;
  previous: ModelVersionView | undefined;
}) => {
  const { version, previous } = props;
  const [showsAll, setShowsAll] = useState(!previous?.provenance);
  const params = diffParams(version, previous);
  const shown = showsAll ? params : params.filter(({ changed }) => changed);
  const hidden = params.length - shown.length;
  if (params.length === 0) {
    return (
      <Text as="p" color="secondary">
        No parameters are recorded.
      </Text>
    );
  }
  return (
    <>
      {shown.length > 0 && (
        <PlainTable
          label="Parameters"
          columns={[
            'Parameter',
            'Value',
            ...(previous ? [previous.version] : []),
          ]}
        >
          {shown.map(({ id, value, before, changed }) => (
            <tr key={id} className={changed ? styles.differs : undefined}>
              <th scope="row" className={styles.mono}>
                {id}
              </th>
              <td className={styles.mono}>{value ?? '—'}</td>
              {previous && <td className={styles.mono}>{before ?? '—'}</td>}
            </tr>
          ))}
        </PlainTable>
      )}
      {hidden > 0 && (
        <div>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setShowsAll(true)}
          >
            {`Show ${countNoun(hidden, 'unchanged parameter')}`}
          </Button>
        </div>
      )}
    </>
  );
};
