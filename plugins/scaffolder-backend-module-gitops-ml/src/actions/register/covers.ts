import {
  AnsweredDestination,
  ArgoCdApplication,
  ArgoCdAppProject,
  ArgoCdDestination,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';

/** A cluster by the name that Argo CD gives to the one it runs in. */
const OWN_CLUSTER = {
  name: 'in-cluster',
  server: 'https://kubernetes.default.svc',
};

/** What an existing object lacks for a repository and its destinations; empty = nothing. */
export function findProjectGaps(
  project: ArgoCdAppProject,
  repoUrl: string,
  destinations: readonly ArgoCdDestination[],
): string[] {
  const { name } = project.metadata;
  const allowsSource = (project.spec.sourceRepos ?? []).some(
    pattern => pattern === '*' || matchesRepository(pattern, repoUrl),
  );
  const gaps = allowsSource
    ? []
    : [`the AppProject ${name} does not allow the repository ${repoUrl}`];
  const allowed = project.spec.destinations ?? [];
  const missing = destinations.filter(
    wanted => !allowed.some(item => allowsDestination(item, wanted)),
  );
  return [
    ...gaps,
    ...missing.map(
      wanted =>
        `the AppProject ${name} does not allow the destination ${describeDestination(
          wanted,
        )}`,
    ),
  ];
}

/** What existing Applications lack for a repository and its destinations. */
export function findApplicationGaps(
  applications: readonly ArgoCdApplication[],
  repoUrl: string,
  destinations: readonly ArgoCdDestination[],
): string[] {
  const foreign = applications.filter(
    ({ spec }) =>
      ![spec.source, ...(spec.sources ?? [])].some(
        source => source?.repoURL && sameRepository(source.repoURL, repoUrl),
      ),
  );
  const missing = destinations.filter(
    wanted =>
      !applications.some(
        ({ spec }) =>
          sameCluster(spec.destination, wanted) &&
          spec.destination.namespace === wanted.namespace,
      ),
  );
  return [
    ...foreign.map(
      ({ metadata }) =>
        `the Application ${metadata.name} has another source than ${repoUrl}`,
    ),
    ...missing.map(
      wanted => `no Application goes to ${describeDestination(wanted)}`,
    ),
  ];
}

/** `in-cluster/churn-staging`. */
function describeDestination(destination: AnsweredDestination): string {
  return `${destination.name ?? destination.server}/${destination.namespace}`;
}

/** Do both names stand for one repository? DECISIONS "Configuration". */
function sameRepository(a: string, b: string): boolean {
  return normaliseRepository(a) === normaliseRepository(b);
}

function normaliseRepository(text: string): string {
  const plain = text.replace(/\/+$/, '').replace(/\.git$/, '');
  if (!URL.canParse(plain)) return plain;
  const url = new URL(plain);
  // `host` is in lower case and has no default port.
  return `${url.protocol}//${url.host}${url.pathname}`;
}

function matchesRepository(pattern: string, repoUrl: string): boolean {
  return (
    sameRepository(pattern, repoUrl) ||
    createGlob(pattern, '[^/]*').test(repoUrl)
  );
}

function allowsDestination(
  item: AnsweredDestination,
  wanted: ArgoCdDestination,
): boolean {
  const namespace = createGlob(item.namespace ?? '', '.*');
  return namespace.test(wanted.namespace) && allowsCluster(item, wanted);
}

function allowsCluster(
  item: AnsweredDestination,
  wanted: ArgoCdDestination,
): boolean {
  const matches = (pattern: string | undefined, value: string | undefined) =>
    pattern !== undefined &&
    value !== undefined &&
    createGlob(pattern, '.*').test(value);
  return (
    matches(item.name, wanted.name) ||
    matches(item.server, wanted.server) ||
    sameCluster(item, wanted) ||
    isUnknownPair(item, wanted)
  );
}

function sameCluster(a: AnsweredDestination, b: AnsweredDestination): boolean {
  const nameOf = (place: AnsweredDestination) =>
    place.server === OWN_CLUSTER.server ? OWN_CLUSTER.name : place.name;
  const serverOf = (place: AnsweredDestination) =>
    place.name === OWN_CLUSTER.name ? OWN_CLUSTER.server : place.server;
  const sameName = nameOf(a) !== undefined && nameOf(a) === nameOf(b);
  const sameServer = serverOf(a) !== undefined && serverOf(a) === serverOf(b);
  return sameName || sameServer;
}

/** One says a name and the other a URL: only Argo CD knows, and will say. */
function isUnknownPair(
  item: AnsweredDestination,
  wanted: ArgoCdDestination,
): boolean {
  if (isOwnCluster(item) || isOwnCluster(wanted)) return false;
  return (
    (item.name === undefined && wanted.server === undefined) ||
    (item.server === undefined && wanted.name === undefined)
  );
}

function isOwnCluster(place: AnsweredDestination): boolean {
  return place.name === OWN_CLUSTER.name || place.server === OWN_CLUSTER.server;
}

function createGlob(pattern: string, star: string): RegExp {
  const source = pattern
    .split(/(\*+)/)
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
      return part.length > 1 ? '.*' : star;
    })
    .join('');
  return new RegExp(`^${source}$`);
}
