import { RefChange } from './diffRefs';
import { describePush, PushPlace } from './describePush';

/** An event of a webhook, and what is said of it. */
export interface HookEvent {
  event: 'push' | 'create' | 'delete';
  payload: Record<string, unknown>;
}

/** Who and what, in each payload. */
export interface EventContext {
  repository: unknown;
  account: unknown;
}

/**
 * The events of one change, in Gitea's order: a branch is created and then
 * pushed, a tag the other way round; a branch that is deleted was not pushed.
 * Source: go-gitea/gitea services/repository/push.go `pushUpdates`.
 */
export async function describeEvents(
  place: PushPlace,
  change: RefChange,
  { repository, account }: EventContext,
): Promise<HookEvent[]> {
  const isBranch = change.ref.startsWith('refs/heads/');
  const name = {
    ref: change.ref.replace(/^refs\/(heads|tags)\//, ''),
    ref_type: isBranch ? 'branch' : 'tag',
  };
  const push = async (): Promise<HookEvent> => ({
    event: 'push',
    payload: {
      ...(await describePush(place, change)),
      repository,
      pusher: account,
      sender: account,
    },
  });
  if (change.after === undefined) {
    const gone = { ...name, pusher_type: 'user', repository, sender: account };
    const deletion: HookEvent = { event: 'delete', payload: gone };
    return isBranch ? [deletion] : [await push(), deletion];
  }
  if (change.before !== undefined) return [await push()];
  const creation: HookEvent = {
    event: 'create',
    payload: { sha: change.after, ...name, repository, sender: account },
  };
  return isBranch ? [creation, await push()] : [await push(), creation];
}
