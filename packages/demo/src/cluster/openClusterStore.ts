import { Clock } from '../clock/Clock';
import { ClusterStore } from './ClusterStore';
import { addNamespaces } from './createClusterStore';
import { ClusterFile } from './file/ClusterFile';
import { MemoryStore } from './MemoryStore';

/**
 * More changes than fit into the moment that a kill can lose. So no version is
 * given twice, and who watched over the loss is told that its version is gone.
 */
const VERSION_GAP = 10_000;

/** Where a cluster is kept, and what time it is there. */
interface OpenClusterOptions {
  /** Everything this cluster knows lies in here. */
  directory: string;
  clock: Clock;
  /** Told where a change could not be written. */
  onError: (error: unknown) => void;
}

/** A cluster that outlives its process. */
interface OpenCluster {
  store: ClusterStore;
  /** Ends when everything is on disk. */
  close(): Promise<void>;
}

/** Opens the cluster that a directory holds; a new one gets its first namespaces. */
export async function openClusterStore({
  directory,
  clock,
  onError,
}: OpenClusterOptions): Promise<OpenCluster> {
  const file = new ClusterFile(directory, onError);
  const content = await file.load();
  const store = new MemoryStore(clock, {
    resourceVersion: (content?.resourceVersion ?? 0) + VERSION_GAP,
    objects: content?.objects ?? [],
  });
  const stop = store.watch(() => file.save(() => store.content));
  addNamespaces(store);
  return {
    store,
    async close() {
      stop();
      await file.settle();
    },
  };
}
