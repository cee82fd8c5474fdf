import { Text } from '@backstage/ui';
import { DoctorResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { StatusWord } from '../StatusWord/StatusWord';
import styles from './DoctorPanel.module.css';

/** What each page still needs. */
export const DoctorPages = (props: { pages: DoctorResponse['pages'] }) => (
  <ul className={styles.steps}>
    {props.pages.map(({ page, ready, missing }) => (
      <li className={styles.step} key={page}>
        <StatusWord
          status={ready ? 'healthy' : 'degraded'}
          word={ready ? 'ready' : 'incomplete'}
        />
        <div>
          <Text as="p" weight="bold">
            {page}
          </Text>
          {missing.map(({ what, remedy }) => (
            <Text as="p" key={what}>
              {what} <Text color="secondary">{remedy}</Text>
            </Text>
          ))}
        </div>
      </li>
    ))}
  </ul>
);
