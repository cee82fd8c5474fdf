import { IncomingMessage, ServerResponse } from 'node:http';
import { Account } from '../http/visitor';
import { Addresses } from './answers/Addresses';
import { RepositoryStore } from './git/RepositoryStore';
import { ForgeRecords } from './records/ForgeRecords';
import { PushNotices } from './webhooks/PushNotices';

/** What the forge's answers are made of. */
export interface ForgeParts {
  store: RepositoryStore;
  records: ForgeRecords;
  addresses: Addresses;
  account: Account;
  pushes: PushNotices;
}

/** A request and where its answer goes. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}
