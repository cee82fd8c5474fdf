import { Entity } from '@backstage/catalog-model';
import {
  CommitView,
  Envelope,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { listRevisions } from '../assemble/assembleApplication';
import { loadDeployed } from '../environments/loadDeployed';
import { listDeployed } from '../environments/findSynced';
import { CommitState, StateTuples } from '../environments/StateTuples';
import { OpenView } from '../views/RevisionViews';
import { withPatience } from '../views/withPatience';
import { LiveEnvironment } from './LiveEnvironments';
import { LiveTools } from './LiveTools';

/** What is known of an entity's environments. */
interface FoundLive {
  environments: LiveEnvironment[];
  /** By environment: the commits that Argo CD deployed, newest first; empty unless asked for. */
  deployed: Map<string, CommitState[]>;
  /** By oid: the commits that Argo CD names. */
  commits: Map<string, CommitView>;
}

/** The deployed commits take reading; a page waits so long for them. */
const PATIENCE_MS = 2000;

/** The environments of an entity, with the commits that Argo CD names. */
export async function loadLiveEnvironments(
  { revisions, live, declare, tuples }: LiveTools,
  entity: Entity,
  { withDeployed = false }: { withDeployed?: boolean } = {},
): Promise<FoundLive & { envelope: Envelope }> {
  const binding = revisions.bind(entity);
  const { found, ...envelope } = await revisions.view<{
    found: FoundLive | undefined;
  }>(entity, undefined, { found: undefined }, async view => {
    if (binding.kind === 'unbound') return { found: undefined, problems: [] };
    const { declared, problems } = await declare(view);
    const environments = live.look(entity, binding, declared);
    const oids = environments.flatMap(({ application }) =>
      application
        ? [...listRevisions(application), ...listDeployed(application)]
        : [],
    );
    const commits = await view.commits([...new Set(oids)]);
    return {
      found: {
        environments,
        deployed: withDeployed
          ? await loadAllDeployed(tuples, view, environments)
          : new Map(),
        commits: new Map(commits.map(one => [one.oid, one] as const)),
      },
      problems,
    };
  });
  if (found) return { envelope, ...found };
  // What runs is shown though nothing can be read of the repository.
  const environments =
    binding.kind === 'bound' ? live.look(entity, binding, []) : [];
  return { envelope, environments, deployed: new Map(), commits: new Map() };
}

async function loadAllDeployed(
  tuples: StateTuples,
  view: OpenView,
  environments: readonly LiveEnvironment[],
): Promise<Map<string, CommitState[]>> {
  const loaded = await Promise.all(
    environments.map(async ({ name, declared, application }) => {
      const work = loadDeployed(tuples, view, {
        declared: { name, overlay: declared?.overlay },
        application,
      });
      const states = (await withPatience(work, PATIENCE_MS)) ?? [];
      return [name, states] as const;
    }),
  );
  return new Map(loaded);
}
