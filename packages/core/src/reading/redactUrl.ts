const CREDENTIAL_NAME =
  /token|secret|passw|passphrase|pwd|credential|signature|^sig$|auth|api[-_]?key|access[-_]?key|account[-_]?key|^key$|^code$|session|^sas$|^jwt$/i;

/** In a URL that is a parameter of the URL. */
const NESTED_USER_INFO = /\/\/[^/\s?#@]+@/g;

/** What stands in place of a secret. @public */
export const REDACTED = '***';

/**
 * A URL without what may be a credential: userinfo is dropped, values of
 * credential-looking parameters (query and fragment) become `***`. What is no
 * URL comes back as it is, less the same things: it may be a URL to its tool.
 * @public
 */
export function redactUrl(url: string): string {
  return redactParameters(dropUserInfo(url)).replace(NESTED_USER_INFO, '//');
}

function dropUserInfo(url: string): string {
  const scheme = /^[a-zA-Z][a-zA-Z0-9+.:-]*:\/\/|^\/\//.exec(url)?.[0];
  // `user:password@host:path`, as Git takes it; without a password it is a login name.
  if (scheme === undefined) return url.replace(/^[^/@:]*:[^/@]*@/, '');
  const rest = url.slice(scheme.length);
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
  // A password may hold a raw `/`, `?` or `#`: then the "port" is no number.
  const reach =
    !authority.includes('@') && /:(?!\d*$)/.test(authority) ? rest : authority;
  return scheme + rest.slice(reach.lastIndexOf('@') + 1);
}

function redactParameters(query: string): string {
  return query.replace(
    /(^|[?#&;])([^=&;#?]*)=([^&;#]*)/g,
    (whole, mark: string, name: string) =>
      CREDENTIAL_NAME.test(decodeName(name))
        ? `${mark}${name}=${REDACTED}`
        : whole,
  );
}

function decodeName(name: string): string {
  return name.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}
