import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** Where an environment is, and which file says so. */
export function describeDeclaration(environment: EnvironmentView): string {
  const { cluster, namespace, overlay, declaredBy } = environment;
  const place = [cluster && `cluster ${cluster}`, namespace, overlay]
    .filter(Boolean)
    .join(', ');
  const sources = declaredBy.map(
    ({ spot, fields }) =>
      `${spot.path}:${spot.line} (${fields.join(', ') || 'name'})`,
  );
  return [place, sources.length > 0 && `declared in ${sources.join(' and ')}`]
    .filter(Boolean)
    .join(' · ');
}
