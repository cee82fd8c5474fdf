import { useMemo } from 'react';
import { Card, CardBody } from '@backstage/ui';
import { EnvironmentsResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { StateTupleHead } from '../../components/StateTuple/StateTupleHead';
import { Section } from '../../components/Section/Section';
import { collectEnvironmentRow } from '../../view-model/live/collectEnvironmentRows';
import { CopyMarkdown } from './CopyMarkdown';
import { EnvironmentRows } from './EnvironmentRows';
import styles from './overview.module.css';

/** Environments in the order of promotion, each with its state and its delivery. */
export const EnvironmentTable = ({
  value,
}: {
  value: EnvironmentsResponse;
}) => {
  const { environments } = value;
  const rows = useMemo(
    () => environments.map(collectEnvironmentRow),
    [environments],
  );
  return (
    <Section title="Environments" aside={<CopyMarkdown value={value} />}>
      <Card>
        <CardBody>
          <div className={styles.scroll}>
            <table className={styles.table} aria-label="Environments">
              <thead>
                <tr>
                  <th scope="col">Environment</th>
                  <StateTupleHead />
                  <th scope="col">Delivery</th>
                </tr>
              </thead>
              {rows.map(row => (
                <EnvironmentRows key={row.environment.name} row={row} />
              ))}
            </table>
          </div>
        </CardBody>
      </Card>
    </Section>
  );
};
