import { FaultyServer, listenWithFaults } from '../http/FaultyServer';
import { serve } from '../http/serve';
import { DvcRemote } from './DvcRemote';
import { ObjectStore } from './ObjectStore';

/** How to start a DVC remote. @public */
export interface DvcRemoteOptions {
  /** Everything the remote has lies in here. */
  directory: string;
  /** 0 takes a free one. */
  port: number;
  /** Who may write. */
  username: string;
  password: string;
  /** Bytes that one object may have. Default: 1 GiB. */
  maxBytes?: number;
  /** Told of what went wrong while answering; the asker gets a 500. */
  onError: (error: unknown) => void;
}

const defaultMaxBytes = 1024 ** 3;

/**
 * Starts a DVC remote on loopback that answers until it is closed. A
 * repository's remote is `<url>/<repository>`.
 * @public
 */
export async function startDvcRemote(
  options: DvcRemoteOptions,
): Promise<FaultyServer> {
  const { directory, username, password } = options;
  const store = new ObjectStore(directory);
  await store.open();
  const remote = new DvcRemote(
    store,
    { username, password },
    options.maxBytes ?? defaultMaxBytes,
  );
  return listenWithFaults(options.port, () =>
    serve((...args) => remote.handle(...args), options.onError),
  );
}
