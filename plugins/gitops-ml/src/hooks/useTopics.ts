import { useEffect } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { GITOPS_ML_SIGNAL_CHANNEL } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/**
 * Calls back with the topic of each signal, and draws nothing anew for it.
 *
 * @returns whether there are signals in this app
 */
export function useTopics(onTopic: (topic: string) => void): boolean {
  const signals = useApiHolder().get(signalApiRef);
  useEffect(() => {
    const subscription = signals?.subscribe<{ topic: string }>(
      GITOPS_ML_SIGNAL_CHANNEL,
      ({ topic }) => onTopic(topic),
    );
    return () => subscription?.unsubscribe();
  }, [signals, onTopic]);
  return signals !== undefined;
}
