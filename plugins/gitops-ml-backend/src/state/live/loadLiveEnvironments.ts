import { Entity } from '@backstage/catalog-model';
import {
  CommitView,
  Envelope,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { listRevisions } from '../assemble/assembleApplication';
import { LiveEnvironment } from './LiveEnvironments';
import { LiveTools } from './LiveTools';

/** The environments of an entity, with the commits that Argo CD names. */
export async function loadLiveEnvironments(
  { revisions, live, declare }: LiveTools,
  entity: Entity,
): Promise<{
  envelope: Envelope;
  environments: LiveEnvironment[];
  commits: Map<string, CommitView>;
}> {
  const binding = revisions.bind(entity);
  const { found, ...envelope } = await revisions.view<{
    found:
      | { environments: LiveEnvironment[]; commits: CommitView[] }
      | undefined;
  }>(entity, undefined, { found: undefined }, async view => {
    if (binding.kind === 'unbound') return { found: undefined, problems: [] };
    const { declared, problems } = await declare(view);
    const environments = live.look(entity, binding, declared);
    const oids = environments.flatMap(({ application }) =>
      application ? listRevisions(application) : [],
    );
    return {
      found: { environments, commits: await view.commits(oids) },
      problems,
    };
  });
  if (found) {
    const commits = found.commits.map(one => [one.oid, one] as const);
    return {
      envelope,
      environments: found.environments,
      commits: new Map(commits),
    };
  }
  // What runs is shown though nothing can be read of the repository.
  const environments =
    binding.kind === 'bound' ? live.look(entity, binding, []) : [];
  return { envelope, environments, commits: new Map() };
}
