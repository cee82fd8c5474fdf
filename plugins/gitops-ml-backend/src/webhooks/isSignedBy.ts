import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Is a body signed with this secret? Gitea sends the SHA-256 HMAC of the raw
 * body in hexadecimal in `X-Gitea-Signature`.
 * Source: go-gitea/gitea services/webhook/deliver.go.
 */
export function isSignedBy(
  secret: string,
  body: Uint8Array,
  signature: string,
): boolean {
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
