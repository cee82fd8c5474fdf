import { NameCheckResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Repository } from '../../forge/describeRepository';
import { RepositoryProbe } from '../../forge/RepositoryProbe';

/** What {@link checkName} asks. */
export interface NameSources {
  hasEntity(ref: string): Promise<boolean>;
  findRepository(repoUrl: string): Repository | undefined;
  probe(repository: Repository): Promise<RepositoryProbe>;
}

/** Is the name free in the catalog, and its repository on the forge? */
export async function checkName(
  query: { name: string; repoUrl?: string },
  sources: NameSources,
): Promise<NameCheckResponse> {
  const [hasEntity, probe] = await Promise.all([
    sources.hasEntity(`component:default/${query.name}`),
    probeUrl(query.repoUrl, sources),
  ]);
  return {
    schemaVersion: 1,
    catalog: hasEntity ? 'taken' : 'free',
    repository: probe.status,
    ...(probe.status === 'unknown' ? { message: probe.message } : {}),
  };
}

async function probeUrl(
  repoUrl: string | undefined,
  sources: NameSources,
): Promise<RepositoryProbe> {
  if (!repoUrl) {
    return { status: 'unknown', message: 'No repository was chosen yet.' };
  }
  const repository = sources.findRepository(repoUrl);
  return repository
    ? sources.probe(repository)
    : {
        status: 'unknown',
        message: 'No integration can look at that repository.',
      };
}
