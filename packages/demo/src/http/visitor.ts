import { timingSafeEqual } from 'node:crypto';

/** The one account that may write. @public */
export interface Account {
  username: string;
  password: string;
}

/** Nobody said who they are, the account did, or somebody said it wrongly. */
export type Visitor = 'anonymous' | 'member' | 'wrong-credentials';

function isEqual(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Who asks, by the Authorization header (Basic; its name in any case). */
export function readVisitor(
  header: string | undefined,
  { username, password }: Account,
): Visitor {
  if (!header) return 'anonymous';
  const encoded = /^basic\s+(\S+)$/i.exec(header)?.[1];
  if (!encoded) return 'wrong-credentials';
  const given = Buffer.from(encoded, 'base64').toString();
  return isEqual(given, `${username}:${password}`)
    ? 'member'
    : 'wrong-credentials';
}
