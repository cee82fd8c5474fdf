/** What a URL inside a cluster names. */
export interface Address {
  service: string;
  namespace: string;
  path: string;
}

const HOST =
  /^(?<service>[a-z0-9-]+)\.(?<namespace>[a-z0-9-]+)\.svc(\.cluster\.local)?$/;

/** `http://<service>.<namespace>.svc/<path>`; undefined for any other address. */
export function readAddress(url: string): Address | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, pathname } = new URL(url);
  const groups = HOST.exec(hostname)?.groups;
  if (protocol !== 'http:' || !groups) return undefined;
  return {
    service: groups.service,
    namespace: groups.namespace,
    path: pathname,
  };
}
