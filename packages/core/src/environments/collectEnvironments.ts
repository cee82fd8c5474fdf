import { EntryReading } from '../model/EntryReading';
import {
  collectEnvironmentDeclarations,
  EnvironmentDeclaration,
} from './collectEnvironmentDeclarations';
import { DeclaredEnvironment, EnvironmentFields } from './DeclaredEnvironment';
import { orderEnvironments } from './orderEnvironments';

export * from './DeclaredEnvironment';

/** The order in which the fields are shown and listed. */
const FIELDS: (keyof EnvironmentFields)[] = [
  'instance',
  'cluster',
  'server',
  'namespace',
  'overlay',
  'revision',
  'application',
  'project',
  'repoUrl',
];

/**
 * The environments that a revision declares, in the order of promotion (see
 * {@link orderEnvironments}). The sources are `gitops-ml.yaml`, Argo CD's and Flux's
 * manifests, and the overlays below `infra` and `overlays`. One name is one environment, of
 * which the earlier source gives each field. An overlay is the same environment as an
 * application that deploys it, whatever that is called.
 * @public
 */
export function collectEnvironments(
  readings: readonly EntryReading[],
): DeclaredEnvironment[] {
  const environments = new Map<string, DeclaredEnvironment>();
  for (const declaration of collectEnvironmentDeclarations(readings)) {
    if (isDeployed(declaration, environments)) continue;
    const { name } = declaration;
    const known = environments.get(name) ?? { name, declaredBy: [] };
    environments.set(name, unite(known, declaration));
  }
  return orderEnvironments([...environments.values()]);
}

function isDeployed(
  { source, name, fields }: EnvironmentDeclaration,
  environments: ReadonlyMap<string, DeclaredEnvironment>,
): boolean {
  if (source !== 'overlay' || environments.has(name)) return false;
  return [...environments.values()].some(
    ({ overlay }) => overlay === fields.overlay,
  );
}

function unite(
  environment: DeclaredEnvironment,
  { source, spot, fields }: EnvironmentDeclaration,
): DeclaredEnvironment {
  const isGiven = (field: keyof EnvironmentFields) =>
    environment[field] !== undefined ||
    // A destination is a name or a URL: never one source's name with another's URL.
    (field === 'server' && environment.cluster !== undefined) ||
    (field === 'cluster' && environment.server !== undefined);
  const added = FIELDS.filter(
    field => fields[field] !== undefined && !isGiven(field),
  );
  const values = Object.fromEntries(added.map(field => [field, fields[field]]));
  return {
    ...environment,
    ...values,
    declaredBy: [...environment.declaredBy, { source, spot, fields: added }],
  };
}
