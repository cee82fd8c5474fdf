import { ArgoCdApplication } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { DeclaredEnvironment } from '@gitops-ml/core';
import { OpenView } from '../views/RevisionViews';
import { listDeployed } from './findSynced';
import { CommitState, StateTuples } from './StateTuples';

/** How many deployed commits are compared with what runs. */
const MOST_DEPLOYED = 20;

/** The commits that Argo CD deployed to an environment, as far as the repository has them, newest first. */
export async function loadDeployed(
  tuples: StateTuples,
  view: OpenView,
  options: {
    declared: Pick<DeclaredEnvironment, 'name' | 'overlay'>;
    application: ArgoCdApplication | undefined;
  },
): Promise<CommitState[]> {
  const { declared, application } = options;
  if (!application) return [];
  const oids = listDeployed(application).slice(0, MOST_DEPLOYED);
  const states = await Promise.all(
    oids.map(async oid =>
      (await view.git.commit(oid)) ? tuples.of(view, oid, declared) : undefined,
    ),
  );
  return states.flatMap(state => state ?? []);
}
