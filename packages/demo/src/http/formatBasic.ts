import { Account } from './visitor';

/** The account as the value of an Authorization header; `readVisitor` reads it. */
export function formatBasic({ username, password }: Account): string {
  const word = Buffer.from(`${username}:${password}`).toString('base64');
  return `Basic ${word}`;
}
