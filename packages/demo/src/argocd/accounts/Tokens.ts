import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod/v4';
import { ApiError } from '../ApiError';

const claimsSchema = z.object({
  iss: z.literal('argocd'),
  /** `<account>:<apiKey|login>` */
  sub: z.string(),
  iat: z.number(),
  exp: z.number().optional(),
  jti: z.string(),
});

type TokenClaims = z.infer<typeof claimsSchema>;

const header = encode({ alg: 'HS256', typ: 'JWT' });

/** Signs and verifies tokens as Argo CD's are: JWTs by HS256. */
export class Tokens {
  readonly #key: Buffer;

  constructor(signingKey: string) {
    this.#key = Buffer.from(signingKey, 'base64');
  }

  create(claims: Omit<TokenClaims, 'iss'>): string {
    const body = `${header}.${encode({ iss: 'argocd', ...claims })}`;
    return `${body}.${this.#sign(body).toString('base64url')}`;
  }

  /** Throws `ApiError` in golang-jwt's words. */
  verify(token: string): TokenClaims {
    const [head, payload, signature] = token.split('.');
    const { alg } = z.looseObject({ alg: z.unknown() }).parse(decode(head));
    if (alg !== 'HS256') {
      throw refuse(
        `token is unverifiable: error while executing keyfunc: unexpected signing method: ${alg}`,
      );
    }
    const given = Buffer.from(signature, 'base64url');
    const expected = this.#sign(`${head}.${payload}`);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw refuse('token signature is invalid: signature is invalid');
    }
    const claims = claimsSchema.parse(decode(payload));
    if (claims.exp !== undefined && claims.exp <= Date.now() / 1000) {
      throw refuse('token has invalid claims: token is expired');
    }
    return claims;
  }

  #sign(body: string): Buffer {
    return createHmac('sha256', this.#key).update(body).digest();
  }
}

function refuse(message: string): ApiError {
  return new ApiError('Unauthenticated', `invalid session: ${message}`);
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): unknown {
  const bytes = Buffer.from(part, 'base64url');
  try {
    const value: unknown = JSON.parse(bytes.toString());
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below, as for what is no object.
  }
  throw refuse(
    `token is malformed: could not JSON decode header: invalid character ${quoteByte(
      bytes[0],
    )} looking for beginning of value`,
  );
}

/** As Go prints a byte in such a message. */
function quoteByte(byte: number | undefined): string {
  if (byte === undefined) return "'\\x00'";
  return byte > 0x1f && byte < 0x7f
    ? `'${String.fromCharCode(byte)}'`
    : `'\\u${byte.toString(16).padStart(4, '0')}'`;
}
