import { SourceSpot } from '../facts/dvc';
import {
  DeclaredApplication,
  GitopsManifestFacts,
  KustomizationFacts,
} from '../facts/gitops';
import { EntryReading } from '../model/EntryReading';
import { selectFacts } from '../model/selectFacts';
import { fileNameOf } from '../reading/safePath';
import { EnvironmentFields, EnvironmentSource } from './DeclaredEnvironment';

/** What one source says of one environment. */
export interface EnvironmentDeclaration {
  name: string;
  source: EnvironmentSource;
  spot: SourceSpot;
  fields: EnvironmentFields;
}

/** What all sources say, the earlier sources first. */
export function collectEnvironmentDeclarations(
  readings: readonly EntryReading[],
): EnvironmentDeclaration[] {
  const manifests = selectFacts(readings, 'gitops-manifest');
  const applications = manifests.flatMap(facts => facts.applications);
  const deployed = applications.filter(
    application => !deploysManifests(application, manifests),
  );
  return [
    ...declaredInFile(readings),
    ...fromApplications(deployed, 'argocd', manifests),
    ...fromApplications(deployed, 'flux', manifests),
    ...fromOverlays(selectFacts(readings, 'kustomization')),
  ];
}

function declaredInFile(
  readings: readonly EntryReading[],
): EnvironmentDeclaration[] {
  return selectFacts(readings, 'gitops-ml-file').flatMap(file =>
    file.environments.map(
      ({ name, ...fields }): EnvironmentDeclaration => ({
        name,
        source: 'gitops-ml.yaml',
        spot: { path: file.path, line: 1 },
        fields,
      }),
    ),
  );
}

/** An application of applications is no environment. */
function deploysManifests(
  { overlay }: DeclaredApplication,
  manifests: readonly GitopsManifestFacts[],
): boolean {
  return (
    overlay !== undefined &&
    overlay !== '' &&
    manifests.some(
      ({ path, applications }) =>
        applications.length > 0 && path.startsWith(`${overlay}/`),
    )
  );
}

function fromApplications(
  applications: readonly DeclaredApplication[],
  engine: 'argocd' | 'flux',
  manifests: readonly GitopsManifestFacts[],
): EnvironmentDeclaration[] {
  const own = applications.filter(each => each.engine === engine);
  const taken = new Map<string, string>();
  return own.map(application => {
    const wanted = application.environment ?? application.name;
    const holder = taken.get(wanted) ?? application.name;
    taken.set(wanted, holder);
    return {
      // Two applications of one folder are two environments, and only their names differ.
      name: holder === application.name ? wanted : application.name,
      source: engine,
      spot: application.declaredIn,
      fields: fieldsOf(application, manifests),
    };
  });
}

function fieldsOf(
  application: DeclaredApplication,
  manifests: readonly GitopsManifestFacts[],
): EnvironmentFields {
  const { instance, cluster, server, namespace, overlay, project } =
    application;
  const repository = manifests
    .flatMap(({ repositories }) => repositories)
    .find(
      ({ name }) =>
        application.engine === 'flux' && name === application.sourceName,
    );
  return {
    instance,
    cluster,
    server,
    namespace,
    overlay,
    project,
    application: application.name,
    revision: application.revision ?? repository?.revision,
    repoUrl: application.repoUrl ?? repository?.url,
  };
}

/**
 * Folders of `infra` or `overlays` that build on another kustomization, and on which
 * none builds: that is what makes one an overlay rather than a base.
 */
function fromOverlays(
  kustomizations: readonly KustomizationFacts[],
): EnvironmentDeclaration[] {
  const folders = new Set(kustomizations.map(({ folder }) => folder));
  const included = new Set(
    kustomizations.flatMap(({ references }) =>
      references.map(({ path }) => path),
    ),
  );
  return kustomizations
    .filter(({ folder, isComponent, references }) => {
      const isPlaced = /(?:^|\/)(?:infra|overlays)\/[^/]+$/.test(folder);
      const builds = references.some(
        ({ path }) => path === undefined || folders.has(path),
      );
      return isPlaced && builds && !isComponent && !included.has(folder);
    })
    .map(
      ({ path, folder }): EnvironmentDeclaration => ({
        name: fileNameOf(folder),
        source: 'overlay',
        spot: { path, line: 1 },
        fields: { overlay: folder },
      }),
    );
}
