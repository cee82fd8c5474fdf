import fs from 'node:fs/promises';
import { listenOnLoopback, LoopbackServer } from '../http/listenOnLoopback';
import { serve } from '../http/serve';
import { Account } from '../http/visitor';
import { Forge } from './Forge';
import { RepositoryStore } from './RepositoryStore';

/** How to start a forge. @public */
export interface ForgeOptions {
  /** Everything the forge knows lies in here. */
  directory: string;
  /** 0 takes a free one. */
  port: number;
  /** Owners below which a push may create a repository. */
  organisations: string[];
  account: Account;
  /** Told of what went wrong while answering; the asker gets a 500. */
  onError: (error: unknown) => void;
}

/** A forge that answers until it is closed. @public */
export type RunningForge = LoopbackServer;

/** Starts the forge on loopback. @public */
export async function startForge(options: ForgeOptions): Promise<RunningForge> {
  await fs.mkdir(options.directory, { recursive: true });
  const store = new RepositoryStore(options.directory, options.organisations);
  const forge = new Forge(store, options.account);
  return listenOnLoopback(options.port, () =>
    serve((...args) => forge.handle(...args), options.onError),
  );
}
