import { ReactNode } from 'react';
import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { PartHref, StateTuple } from '../../components/StateTuple/StateTuple';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { AnswerLine } from '../../view-model/live/collectEnvironmentRows';
import { AnswerNote } from './AnswerNote';
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
    <tr className={props.title ? styles.desired : undefined}>
      <th scope="row">{props.title ?? <AnswerTitle line={line} />}</th>
      <StateTuple
        cells={line.cells}
        drifts={line.drifts}
        hrefOf={props.hrefOf}
        isStale={line.stale !== undefined}
      />
      <td>
        {props.last ??
          (environment && <AnswerNote line={line} environment={environment} />)}
      </td>
    </tr>
  );
};
