import { ReactNode } from 'react';
import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { PartHref, StateTuple } from '../../components/StateTuple/StateTuple';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { AnswerLine } from '../../view-model/live/collectEnvironmentRows';
import { STATE_PARTS } from '../../view-model/live/stateParts';
import { AnswerNote } from './AnswerNote';
import { SilenceText } from './SilenceText';
import styles from './overview.module.css';

const AnswerTitle = ({ line }: { line: AnswerLine }) => (
  <div className={styles.answer}>
    <span>{line.title}</span>
    {line.note && <span className={styles.note}>{line.note}</span>}
    {line.stale !== undefined && (
      <StatusWord status="stale" word="last known" reason={line.stale} />
    )}
  </div>
);

/** One answer about an environment, as five cells. */
export const AnswerRow = (props: {
  line: AnswerLine;
  environment?: EnvironmentView;
  title?: ReactNode;
  hrefOf?: PartHref;
  last?: ReactNode;
}) => {
  const { line, environment } = props;
  return (
    <tr className={props.title ? styles.desired : styles.answering}>
      <th scope="row">{props.title ?? <AnswerTitle line={line} />}</th>
      {line.silence ? (
        <td colSpan={STATE_PARTS.length} className={styles.silence}>
          <SilenceText {...line.silence} />
        </td>
      ) : (
        <StateTuple
          cells={line.cells}
          drifts={line.drifts}
          hrefOf={props.hrefOf}
          isStale={line.stale !== undefined}
        />
      )}
      <td className={styles.last}>
        {props.last ??
          (environment && <AnswerNote line={line} environment={environment} />)}
      </td>
    </tr>
  );
};
