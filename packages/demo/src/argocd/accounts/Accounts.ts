import { randomUUID, timingSafeEqual } from 'node:crypto';
import { ApiError } from '../ApiError';
import { Identity } from '../store/Identity';
import { Tokens } from './Tokens';

/** A local account of Argo CD. What it may do is the policy's to say. @public */
export interface ArgoCdAccount {
  name: string;
  /** Lets it log in by `POST /api/v1/session`. */
  password?: string;
  /** A token that is known before the start; others are made by the API. */
  token?: string;
}

/** Who asks. */
export interface Claims {
  name: string;
  /** When the token was made: seconds of the Unix time. */
  issuedAt: number;
}

const sessionSeconds = 24 * 60 * 60;

const isEqual = (given: string, expected: string) => {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** The accounts, and who a request comes from. */
export class Accounts {
  readonly #accounts: readonly ArgoCdAccount[];
  readonly #tokens: Tokens;
  readonly #firstStart: number;
  #isExpired = false;

  constructor(accounts: readonly ArgoCdAccount[], identity: Identity) {
    this.#accounts = accounts;
    this.#tokens = new Tokens(identity.signingKey);
    this.#firstStart = identity.firstStart;
  }

  /** All tokens are as good as expired, until told otherwise. */
  setExpired(isExpired: boolean): void {
    this.#isExpired = isExpired;
  }

  has(name: string): boolean {
    return this.#accounts.some(account => account.name === name);
  }

  /** Throws `ApiError` where the header holds no token of an account. */
  identify(authorization: string | undefined): Claims {
    const token = /^Bearer (.*)$/.exec(authorization ?? '')?.[1] ?? '';
    if (token && this.#isExpired) {
      throw new ApiError(
        'Unauthenticated',
        'invalid session: token has invalid claims: token is expired',
      );
    }
    const known = this.#accounts.find(
      account => account.token && isEqual(token, account.token),
    );
    if (known) return { name: known.name, issuedAt: this.#firstStart };
    if (token.split('.').length !== 3) {
      throw new ApiError('Unauthenticated', 'no session information');
    }
    const { sub, iat } = this.#tokens.verify(token);
    const [name] = sub.split(':');
    if (!this.has(name)) {
      throw new ApiError(
        'Unauthenticated',
        `invalid session: account '${name}' does not exist`,
      );
    }
    return { name, issuedAt: iat };
  }

  /** A token for a session. Throws `ApiError`. */
  logIn(username: string, password: string): string {
    if (!username || !password) {
      throw new ApiError('Unauthenticated', 'no credentials supplied');
    }
    const account = this.#accounts.find(({ name }) => name === username);
    if (!account?.password || !isEqual(password, account.password)) {
      throw new ApiError('Unauthenticated', 'Invalid username or password');
    }
    return this.#create(`${username}:login`, randomUUID(), sessionSeconds);
  }

  /** A token of an account that is there; `seconds` 0 never ends. */
  createToken(name: string, id: string = randomUUID(), seconds = 0): string {
    return this.#create(`${name}:apiKey`, id, seconds);
  }

  #create(sub: string, jti: string, seconds: number): string {
    const iat = Math.floor(Date.now() / 1000);
    const exp = seconds > 0 ? iat + seconds : undefined;
    return this.#tokens.create({ sub, jti, iat, ...(exp && { exp }) });
  }
}
