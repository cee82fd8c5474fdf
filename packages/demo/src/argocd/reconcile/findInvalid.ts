import { Context } from '../Context';
import { Application, ApplicationSet } from '../contract';
import { findCluster } from '../spec/clusters';

/** Which generated Applications can't be made, and why (validateGeneratedApplications). */
export function findInvalid(
  { projects, clusters }: Context,
  set: ApplicationSet,
  generated: readonly Application[],
): Map<Application, string> {
  const invalid = new Map<Application, string>();
  const names = new Set<string>();
  for (const application of generated) {
    const { name } = application.metadata;
    const { project, destination } = application.spec;
    const found = findCluster(clusters, destination);
    if (names.has(name)) {
      invalid.set(
        application,
        `ApplicationSet ${set.metadata.name} contains applications with duplicate name: ${name}`,
      );
    } else if (!projects.get(project)) {
      invalid.set(
        application,
        `application references project ${project} which does not exist`,
      );
    } else if (found.kind === 'refused') {
      invalid.set(
        application,
        `application destination spec is invalid: ${found.message}`,
      );
    }
    names.add(name);
  }
  return invalid;
}
