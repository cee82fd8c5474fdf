/** Group, version and kind; empty where they are not given. */
export interface Gvk {
  group: string;
  version: string;
  kind: string;
}

export function parseGvk(apiVersion: string, kind: string): Gvk {
  const slash = apiVersion.indexOf('/');
  return slash < 0
    ? { group: '', version: apiVersion, kind }
    : {
        group: apiVersion.slice(0, slash),
        version: apiVersion.slice(slash + 1),
        kind,
      };
}

/** Does a selector, whose empty fields mean any, take this kind? */
export function isSelected(gvk: Gvk, selector: Gvk): boolean {
  return (
    (selector.group === '' || selector.group === gvk.group) &&
    (selector.version === '' || selector.version === gvk.version) &&
    (selector.kind === '' || selector.kind === gvk.kind)
  );
}

export function isSameGvk(one: Gvk, other: Gvk): boolean {
  return (
    one.group === other.group &&
    one.version === other.version &&
    one.kind === other.kind
  );
}

/** As kustomize's messages have it, e.g. `Deployment.v1.apps`. */
export function formatGvk({ group, version, kind }: Gvk): string {
  return `${kind || '[noKind]'}.${version || '[noVer]'}.${group || '[noGrp]'}`;
}
