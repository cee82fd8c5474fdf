import { orderEnvironments } from '@gitops-ml/core';
import { InstanceApplication, listSources } from '../binding/bindApplications';

/** What the repository says of an environment, as far as finding it takes. */
export interface DeclaredTarget {
  name: string;
  /** Of Argo CD. */
  instance?: string;
  /** The Application's name. */
  application?: string;
  /** Argo CD's name of the cluster. */
  cluster?: string;
  server?: string;
  namespace?: string;
  /** The folder of its overlay, from the repository's root. */
  overlay?: string;
}

/** An environment as it is declared, as it is found, or both. */
export interface MatchedEnvironment {
  name: string;
  declared?: DeclaredTarget;
  bound?: InstanceApplication;
}

type IsMatch = (target: DeclaredTarget, one: InstanceApplication) => boolean;

const isNamed: IsMatch = (target, { application }) =>
  target.application === application.metadata.name;

const isOverlay: IsMatch = ({ overlay }, { application }) =>
  overlay !== undefined &&
  listSources(application).some(({ path }) => path === overlay);

const isPlace: IsMatch = (target, { application }) => {
  const { name, server, namespace } = application.spec.destination;
  return (
    target.namespace !== undefined &&
    target.namespace === namespace &&
    (target.cluster === undefined || !name || target.cluster === name) &&
    (target.server === undefined || !server || target.server === server)
  );
};

/**
 * Joins declared environments with the Applications that deploy them: by the
 * Application's name, else by the overlay, else by the namespace. An Application
 * that nothing declares is an environment by itself, named by its folder; they come
 * last, in the order of promotion.
 */
export function matchEnvironments(
  declared: readonly DeclaredTarget[],
  applications: readonly InstanceApplication[],
): MatchedEnvironment[] {
  const free = new Set(applications);
  const found = new Map<DeclaredTarget, InstanceApplication>();
  for (const isMatch of [isNamed, isOverlay, isPlace]) {
    for (const target of declared) {
      if (found.has(target)) continue;
      const match = [...free].find(
        one =>
          (target.instance === undefined || target.instance === one.instance) &&
          isMatch(target, one),
      );
      if (!match) continue;
      found.set(target, match);
      free.delete(match);
    }
  }
  const names = new Set(declared.map(({ name }) => name));
  return [
    ...declared.map(target => {
      const bound = found.get(target);
      return { name: target.name, declared: target, ...(bound && { bound }) };
    }),
    ...orderEnvironments(
      [...free].map(bound => ({
        name: proposeName(bound, names),
        revision: listSources(bound.application)[0].targetRevision,
        declaredBy: [],
        bound,
      })),
    ).map(({ name, bound }) => ({ name, bound })),
  ];
}

/** The last folder of the overlay, unless that name is taken. */
function proposeName(
  { application }: InstanceApplication,
  taken: Set<string>,
): string {
  const [{ path }] = listSources(application);
  const folder = path?.split('/').filter(Boolean).at(-1);
  const name =
    folder && folder !== '.' && !taken.has(folder)
      ? folder
      : application.metadata.name;
  taken.add(name);
  return name;
}
