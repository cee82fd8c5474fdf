import { createHash, timingSafeEqual } from 'node:crypto';
import { StatusError } from '../StatusError';
import { ClusterAccount } from './Rights';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whose token the Authorization header holds. Unauthorized where it is nobody's. */
export function findAccount(
  accounts: readonly ClusterAccount[],
  header: string | undefined,
): ClusterAccount {
  const token = /^bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
  const given = digest(token ?? '');
  const found = accounts.find(
    account =>
      token !== undefined && timingSafeEqual(digest(account.token), given),
  );
  if (found) return found;
  throw new StatusError('Unauthorized', 'Unauthorized');
}
