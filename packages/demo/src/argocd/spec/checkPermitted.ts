import { matchGlob } from '@gitops-ml/core';
import { Application, Destination, Project } from '../contract';
import { ArgoCdCluster, findCluster } from './clusters';
import { normalizeGitUrl } from './normalizeGitUrl';

const isDenied = (pattern: string | undefined) =>
  pattern?.startsWith('!') ?? false;

function matches(pattern: string, value: string, separators = ''): boolean {
  if (isDenied(pattern)) {
    return !matchGlob(pattern.slice(1), value, separators);
  }
  return pattern === '*' || matchGlob(pattern, value, separators);
}

/** May an application of this project read this repository? (IsSourcePermitted) @internal */
export function isSourcePermitted(project: Project, repoUrl: string): boolean {
  const url = normalizeGitUrl(repoUrl);
  const patterns = (project.spec.sourceRepos ?? []).map(pattern =>
    isDenied(pattern)
      ? `!${normalizeGitUrl(pattern.slice(1))}`
      : normalizeGitUrl(pattern),
  );
  const results = patterns.map(pattern => ({
    pattern,
    matched: matches(pattern, url, '/'),
  }));
  return (
    results.some(({ matched }) => matched) &&
    results.every(({ pattern, matched }) => matched || !isDenied(pattern))
  );
}

/** May an application of this project deploy there? (IsDestinationPermitted) @internal */
export function isDestinationPermitted(
  project: Project,
  cluster: ArgoCdCluster,
  namespace: string,
): boolean {
  const verdicts = (project.spec.destinations ?? []).map(item =>
    judge(item, cluster, namespace),
  );
  return verdicts.includes('permits') && !verdicts.includes('denies');
}

/** What one of a project's destinations says of a cluster and namespace. */
function judge(
  item: Destination,
  cluster: ArgoCdCluster,
  namespace: string,
): 'permits' | 'denies' | 'says nothing' {
  const name = matches(item.name ?? '', cluster.name);
  const server = matches(item.server ?? '', cluster.server);
  const space = matches(item.namespace ?? '', namespace);
  if ((name || server) && space) return 'permits';
  const denials = [
    [!name, item.name] as const,
    [!server && space, item.server] as const,
    [!space && server, item.namespace] as const,
  ];
  return denials.some(([applies, pattern]) => applies && isDenied(pattern))
    ? 'denies'
    : 'says nothing';
}

/** What in an application its project does not allow, in Argo CD's words (ValidatePermissions). */
export function findForbidden(
  application: Application,
  project: Project,
  clusters: readonly ArgoCdCluster[],
): string[] {
  const { source, destination } = application.spec;
  const projectName = project.metadata.name;
  if (!source?.repoURL || !source.path) {
    return [
      'spec.source.repoURL and either spec.source.path or spec.source.chart are required',
    ];
  }
  const messages = isSourcePermitted(project, source.repoURL)
    ? []
    : [
        `application repo ${source.repoURL} is not permitted in project '${projectName}'`,
      ];
  const found = findCluster(clusters, destination);
  if (found.kind === 'refused') return [...messages, found.message];
  const namespace = destination.namespace ?? '';
  if (isDestinationPermitted(project, found.cluster, namespace)) {
    return messages;
  }
  const server = destination.name ? found.cluster.name : found.cluster.server;
  return [
    ...messages,
    `application destination server '${server}' and namespace '${namespace}' do not match any of the allowed destinations in project '${projectName}'`,
  ];
}
