interface Semver {
  core: string[];
  prerelease: string[];
}

/**
 * Orders two versions of GTO tags (`v1.2.3-rc.1`) by semantic versioning; build
 * metadata doesn't count. Numbers of any length: dates make good versions, and
 * GTO takes them.
 * @public
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parseSemver(a), parseSemver(b)];
  return (
    compareLists(left.core, right.core) ||
    comparePrereleases(left.prerelease, right.prerelease)
  );
}

function parseSemver(version: string): Semver {
  const [released] = version.replace(/^v/, '').split('+');
  const dash = released.indexOf('-');
  return {
    core: (dash < 0 ? released : released.slice(0, dash)).split('.'),
    prerelease: dash < 0 ? [] : released.slice(dash + 1).split('.'),
  };
}

function comparePrereleases(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  return compareLists(a, b);
}

function compareLists(a: string[], b: string[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const order = compareIdentifiers(a[index], b[index]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

const isNumber = (identifier: string) => /^\d+$/.test(identifier);

function compareIdentifiers(a: string, b: string): number {
  if (a === b) return 0;
  if (isNumber(a) !== isNumber(b)) return isNumber(a) ? -1 : 1;
  if (isNumber(a) && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : 1;
}
