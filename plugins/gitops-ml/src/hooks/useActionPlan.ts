import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  DeliveryActionResponse,
  DeliveryTarget,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { gitopsMlLiveApiRef } from '../api';
import { describeViewError } from '../view-model/describeViewError';
import { useEntityRef } from './useEntityRef';

/** How far an action is: from its plan to the object's own new state. */
export type ActionProgress =
  | { kind: 'planning' }
  | { kind: 'planned'; plan: DeliveryActionResponse }
  | { kind: 'acting'; plan: DeliveryActionResponse }
  | { kind: 'done'; answer: DeliveryActionResponse }
  | { kind: 'failed'; message: string };

interface ActionPlan {
  progress: ActionProgress;
  /** Acts on exactly what the plan saw. */
  confirm: () => Promise<void>;
  /** Asks for a new plan, after a failure. */
  again: () => void;
}

function describeFailure(reason: unknown): string {
  return reason instanceof Error
    ? describeViewError(reason).message
    : String(reason);
}

/** Plans an action at once, and acts when it is confirmed. */
export function useActionPlan(
  target: DeliveryTarget,
  action: string,
  onDone: () => void,
): ActionPlan {
  const api = useApi(gitopsMlLiveApiRef);
  const { ref } = useEntityRef();
  const [progress, setProgress] = useState<ActionProgress>({
    kind: 'planning',
  });
  const [attempt, setAttempt] = useState(0);
  const { environment, kind, name } = target;

  useEffect(() => {
    let isWanted = true;
    setProgress({ kind: 'planning' });
    api.planAction(ref, { environment, kind, name }, action).then(
      plan => isWanted && setProgress({ kind: 'planned', plan }),
      reason =>
        isWanted &&
        setProgress({ kind: 'failed', message: describeFailure(reason) }),
    );
    return () => {
      isWanted = false;
    };
  }, [api, ref, environment, kind, name, action, attempt]);

  const confirm = useCallback(async () => {
    if (progress.kind !== 'planned') return;
    const { plan } = progress;
    setProgress({ kind: 'acting', plan });
    try {
      const answer = await api.act(
        ref,
        { environment, kind, name },
        action,
        plan.target.resourceVersion,
      );
      setProgress({ kind: 'done', answer });
    } catch (reason) {
      setProgress({ kind: 'failed', message: describeFailure(reason) });
    }
    onDone();
  }, [api, ref, environment, kind, name, action, progress, onDone]);

  const again = useCallback(() => setAttempt(count => count + 1), []);
  return { progress, confirm, again };
}
