import { DataResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Absent } from '../../components/Absent/Absent';
import { Bytes } from '../../components/Bytes/Bytes';
import { Hint } from '../../components/Hint/Hint';
import { StatRow } from '../../components/StatRow/StatRow';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { DataTotals } from '../../view-model/collectDataRows';
import { formatCount } from '../../view-model/formatBytes';

const NotPushed = ({ totals }: { totals: DataTotals }) => {
  if (totals.notPushed > 0) {
    return (
      <StatusWord
        status="failed"
        word={formatCount(totals.notPushed)}
        reason="Others can't get these versions: run `dvc push`."
      />
    );
  }
  if (totals.notChecked > 0) {
    const [unasked, all] = [totals.notChecked, totals.outputs].map(formatCount);
    return (
      <Hint
        text="?"
        hint={`The remote was not asked for ${unasked} of ${all}.`}
      />
    );
  }
  return <>0</>;
};

/** The data at a glance. */
export const DataStats = (props: {
  totals: DataTotals;
  remotes: DataResponse['remotes'];
}) => {
  const { totals, remotes } = props;
  const remote = remotes.find(one => one.default) ?? remotes[0];
  return (
    <StatRow
      stats={[
        {
          name:
            totals.unmade > 0
              ? `outputs, ${formatCount(totals.unmade)} without a version yet`
              : 'outputs',
          value: formatCount(totals.outputs),
        },
        {
          name:
            totals.unsized > 0
              ? `in total, ${formatCount(totals.unsized)} without a size`
              : 'in total',
          value: <Bytes bytes={totals.bytes} why="No size is recorded." />,
        },
        { name: 'not on a remote', value: <NotPushed totals={totals} /> },
        {
          name: 'DVC remote',
          value: remote ? (
            <Hint text={remote.name} hint={remote.url ?? 'no url'} quiet />
          ) : (
            <Absent what="No DVC remote is configured." />
          ),
        },
      ]}
    />
  );
};
