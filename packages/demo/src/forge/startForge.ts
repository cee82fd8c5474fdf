import fs from 'node:fs/promises';
import { FaultyServer, listenWithFaults } from '../http/FaultyServer';
import { serve } from '../http/serve';
import { Account } from '../http/visitor';
import { Addresses } from './answers/Addresses';
import { describeRepository } from './answers/describeRepository';
import { describeAccount } from './answers/describeUser';
import { Forge } from './Forge';
import { RepositoryStore } from './git/RepositoryStore';
import { ForgeRecords } from './records/ForgeRecords';
import { HookDeliveries } from './webhooks/HookDeliveries';
import { PushNotices, SystemHook } from './webhooks/PushNotices';

/** How to start a forge. @public */
export interface ForgeOptions {
  /** Everything the forge knows lies in here. */
  directory: string;
  /** 0 takes a free one. */
  port: number;
  /** Organisations that are there from the start. */
  organisations: string[];
  account: Account;
  /** Told of each push to any repository; on this machine only. */
  systemHooks?: SystemHook[];
  /** Told of what went wrong while answering; the asker gets a 500. */
  onError: (error: unknown) => void;
}

/** A forge that answers until it is closed. @public */
export type RunningForge = FaultyServer;

async function addMissingOrganisations(
  records: ForgeRecords,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    if (!records.organisation(name)) await records.addOrganisation(name);
  }
}

/** Starts the forge on loopback. @public */
export async function startForge(options: ForgeOptions): Promise<RunningForge> {
  const { account, onError } = options;
  await fs.mkdir(options.directory, { recursive: true });
  const store = new RepositoryStore(options.directory);
  const records = await ForgeRecords.open(options.directory);
  await addMissingOrganisations(records, options.organisations);
  const deliveries = new HookDeliveries(onError);

  const createParts = (url: string) => {
    const addresses = new Addresses(url);
    const pushes: PushNotices = new PushNotices({
      store,
      records,
      addresses,
      deliveries,
      systemHooks: options.systemHooks ?? [],
      describeContext: async repository => {
        const record = records.repository(repository);
        return {
          repository:
            record &&
            (await describeRepository({ store, records, addresses }, record)),
          account: describeAccount(addresses, account.username),
        };
      },
      onError,
    });
    return { store, records, addresses, account, pushes };
  };
  let settle = async () => {};
  const server = await listenWithFaults(options.port, url => {
    const parts = createParts(url);
    settle = () => parts.pushes.settle();
    const forge = new Forge(parts);
    return serve((...args) => forge.handle(...args), onError);
  });
  return {
    ...server,
    async close() {
      await server.close();
      await settle();
      await deliveries.close();
      await records.settle();
    },
  };
}
