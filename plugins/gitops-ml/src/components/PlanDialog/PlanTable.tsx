import { Text } from '@backstage/ui';
import {
  DeliveryActionResponse,
  DeliveryView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { countNoun } from '../../view-model/countNoun';
import {
  describeSubjects,
  nameHashes,
} from '../../view-model/live/describeAction';
import { Disclosure } from '../Disclosure/Disclosure';
import { PlainTable } from '../PlainTable/PlainTable';
import styles from './PlanDialog.module.css';

/** What will be so, and what is written where. */
export const PlanTable = (props: {
  plan: DeliveryActionResponse;
  /** The versions that it is about. */
  revisions: DeliveryView['revisions'];
}) => {
  const { plan, revisions } = props;
  const { target, changes, patches } = plan;
  const subjects = describeSubjects(revisions);
  return (
    <>
      {subjects && <Text as="p">{subjects}</Text>}
      <PlainTable label="Plan" columns={['What', 'From', 'To']}>
        {changes.map(({ what, from, to }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{nameHashes(from, revisions)}</td>
            <td className={from === to ? undefined : styles.differs}>
              {nameHashes(to, revisions)}
            </td>
          </tr>
        ))}
      </PlainTable>
      <Text as="p" color="secondary">
        {`Writes ${countNoun(patches.length, 'patch', 'patches')} to ${
          target.kind
        } ${target.namespace}/${target.name} in cluster ${
          target.cluster
        }, in your name. It is refused if the object has changed since.`}
      </Text>
      <Disclosure title="What is written">
        {patches.map(({ subresource, body }, index) => (
          <pre key={index} className={styles.patch}>
            {`${subresource ? `${subresource} ` : ''}${JSON.stringify(
              body,
              undefined,
              2,
            )}`}
          </pre>
        ))}
      </Disclosure>
    </>
  );
};
