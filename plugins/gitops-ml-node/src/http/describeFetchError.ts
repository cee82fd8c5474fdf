import { isError } from '@backstage/errors';

/** What it means, and what to do about it; codes of the system, of undici and of OpenSSL. */
const MEANINGS: [codes: RegExp, meaning: string][] = [
  [/^ECONNREFUSED$/, 'nobody listens at its address'],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, 'the connection broke off'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'its host name is not known here'],
  [/^(EHOSTUNREACH|ENETUNREACH)$/, 'no network leads to it'],
  [
    /^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/,
    'it did not answer in time',
  ],
  [
    /^(SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|CERT_UNTRUSTED)/,
    'its certificate is not trusted here; name its authority in NODE_EXTRA_CA_CERTS of the back end',
  ],
  [/^CERT_HAS_EXPIRED$/, 'its certificate has expired'],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    'its certificate is for another host; is the URL right?',
  ],
  [/^(ERR_SSL_|EPROTO$)/, 'TLS fails; does the server speak https?'],
];

/** Why `fetch` gave no answer: the system's error code where it has one. @public */
export function describeFetchError(error: unknown): string {
  if (!isError(error)) return 'unknown error';
  const { cause } = error;
  if (!isError(cause)) return error.message;
  if (!('code' in cause)) return cause.message;
  return describeErrorCode(String(cause.code));
}

/** A code of the system for why there was no answer, and in words where it is known. @public */
export function describeErrorCode(code: string): string {
  const meaning = MEANINGS.find(([codes]) => codes.test(code))?.[1];
  return meaning === undefined ? code : `${code} (${meaning})`;
}
