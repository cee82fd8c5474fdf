import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { nameRelease } from '../../view-model/live/describeAnswer';
import { isAborted } from '../../view-model/live/describeDelivery';
import { nameRunning } from '../../view-model/live/collectEnvironmentRows';
import { Absent } from '../Absent/Absent';
import { StatusWord } from '../StatusWord/StatusWord';
import { TwoLines } from '../TwoLines/TwoLines';
import { Unknown } from '../Unknown/Unknown';

/** What serves users in an environment, with what is tried below it. */
export const RunningText = (props: { environment: EnvironmentView }) => {
  const { running, delivery } = props.environment;
  const name = nameRunning(props.environment);
  const verb = delivery && isAborted(delivery) ? 'rejected' : 'trying';
  const candidate = running.candidate && nameRelease(running.candidate);
  if (name === undefined) {
    const why = running.reason ?? 'The source did not say.';
    return running.status === 'none' ? (
      <Absent what={why} />
    ) : (
      <Unknown why={why} />
    );
  }
  return (
    <TwoLines below={running.candidate && `${verb} ${candidate ?? '?'}`} wraps>
      <span>{name}</span>
      {running.status === 'stale' && (
        <StatusWord status="stale" word="last known" reason={running.reason} />
      )}
    </TwoLines>
  );
};
