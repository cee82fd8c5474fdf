import { Entity } from '@backstage/catalog-model';
import { ArgoCdApplication } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { ForgeHost, repositoryKey } from '../../forge/repositoryKey';
import { isUnder } from '../assemble/isUnder';
import { matchesLabels } from './matchesLabels';

/** An Application of one Argo CD. */
export interface InstanceApplication {
  instance: string;
  application: ArgoCdApplication;
}

/** Whose Applications an entity may show. */
interface ApplicationBinding {
  entity: Entity;
  /** Key of the entity's repository. */
  repository: string;
  /** The entity's folder in it, `''` for the root. */
  folder: string;
  /** Key of an allowed configuration repository. */
  configRepository: string | undefined;
  forges: readonly ForgeHost[];
}

/** Annotations by which other plugins choose Applications. */
const NAME = 'argocd/app-name';
const SELECTOR = 'argocd/app-selector';
const INSTANCE = 'argocd/instance-name';

/**
 * The Applications that belong to an entity: all of their sources are its
 * repository or its allowed configuration repository. Annotations only choose
 * among those; without any, it is the ones that deploy from the entity's folder.
 */
export function bindApplications(
  applications: readonly InstanceApplication[],
  binding: ApplicationBinding,
): InstanceApplication[] {
  const isChosen = createChoice(binding);
  return applications.filter(
    one => isOfRepository(one.application, binding) && isChosen(one),
  );
}

/** What the entity's annotations ask for, in words; `undefined` without any. */
export function describeChoice({ metadata }: Entity): string | undefined {
  const parts = [NAME, SELECTOR, INSTANCE].flatMap(key => {
    const value = metadata.annotations?.[key];
    return value ? [`${key}: ${value}`] : [];
  });
  return parts.length > 0 ? parts.join(', ') : undefined;
}

/** Where an Application's manifests come from. */
export function listSources({ spec }: ArgoCdApplication) {
  return spec.sources?.length ? spec.sources : [spec.source ?? {}];
}

function isOfRepository(
  application: ArgoCdApplication,
  { repository, configRepository, forges }: ApplicationBinding,
): boolean {
  return listSources(application).every(({ repoURL }) => {
    const key = repoURL && repositoryKey(repoURL, forges);
    return (
      key !== undefined &&
      key !== '' &&
      (key === repository || key === configRepository)
    );
  });
}

function createChoice({
  entity,
  folder,
  repository,
  forges,
}: ApplicationBinding): (one: InstanceApplication) => boolean {
  const annotations = entity.metadata.annotations ?? {};
  const instance = annotations[INSTANCE];
  const names = annotations[NAME]?.split(',').map(name => name.trim());
  const selector = annotations[SELECTOR];
  return ({ application, ...one }) => {
    if (instance && one.instance !== instance) return false;
    if (names) return names.includes(application.metadata.name);
    if (selector !== undefined) {
      return matchesLabels(application.metadata.labels ?? {}, selector);
    }
    return listSources(application).some(
      ({ path = '', repoURL = '' }) =>
        repositoryKey(repoURL, forges) !== repository || isUnder(path, folder),
    );
  };
}
