import { ClusterEvent } from '../ClusterStore';
import { Selection } from './selectObjects';

/**
 * A change as a watch with a selection sees it: what comes into the selection is
 * added, what goes out of it is deleted. `undefined`: it sees nothing.
 */
export function selectEvent(
  { type, object, previous }: ClusterEvent,
  selection: Selection,
): ClusterEvent | undefined {
  const was = previous !== undefined && selection(previous);
  const is = type !== 'DELETED' && selection(object);
  if (is) return { type: was ? 'MODIFIED' : 'ADDED', object };
  if (!was) return undefined;
  const { resourceVersion } = object.metadata;
  const last = type === 'DELETED' ? object : previous;
  return {
    type: 'DELETED',
    object: { ...last, metadata: { ...last.metadata, resourceVersion } },
  };
}
