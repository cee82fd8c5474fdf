import { useState } from 'react';
import { Button } from '@backstage/ui';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { countNoun } from '../../view-model/countNoun';
import { PlainTable } from '../../components/PlainTable/PlainTable';
import { RevisionRow } from './RevisionRow';
import styles from './delivery.module.css';

/** What serves and what is tried, as what they hold; earlier ones on demand. */
export const RevisionTable = (props: {
  revisions: DeliveryView['revisions'];
  isStale: boolean;
}) => {
  const [isOpen, setOpen] = useState(false);
  const now = props.revisions.filter(({ role }) => role !== 'earlier');
  const earlier = props.revisions.length - now.length;
  const shown = isOpen ? props.revisions : now;
  return (
    <div className={styles.revisions}>
      <PlainTable
        label="Versions"
        columns={['Version', 'Model', 'Data', 'Features', 'Pods']}
      >
        {shown.map(revision => (
          <RevisionRow
            key={revision.name}
            revision={revision}
            isStale={props.isStale}
          />
        ))}
      </PlainTable>
      {earlier > 0 && (
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen
            ? 'Hide earlier versions'
            : countNoun(earlier, 'earlier version')}
        </Button>
      )}
    </div>
  );
};
