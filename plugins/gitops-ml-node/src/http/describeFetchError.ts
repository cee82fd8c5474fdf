import { isError } from '@backstage/errors';

/** What to do about a connection that TLS refuses; Node's and OpenSSL's codes. */
const TLS_REMEDIES: [codes: RegExp, remedy: string][] = [
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
  const code = String(cause.code);
  const remedy = TLS_REMEDIES.find(([codes]) => codes.test(code))?.[1];
  return remedy === undefined ? code : `${code} (${remedy})`;
}
