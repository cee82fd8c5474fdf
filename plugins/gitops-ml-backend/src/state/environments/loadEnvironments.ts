import { Entity } from '@backstage/catalog-model';
import {
  CommitView,
  EnvironmentsResponse,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { DeclaredEnvironment } from '@gitops-ml/core';
import { ForgeHost } from '../../forge/repositoryKey';
import { LiveEnvironment } from '../live/LiveEnvironments';
import { LiveTools } from '../live/LiveTools';
import { loadDeliveries } from '../views/loadDelivery';
import { OpenView } from '../views/RevisionViews';
import { BodyOf } from '../views/ViewTools';
import { ReleaseLog } from '../releases/ReleaseLog';
import { assembleEnvironment, chooseDelivery } from './assembleEnvironment';
import { assembleFindings } from './assembleFindings';
import { listEnvironments } from './createDeclareEnvironments';
import { describeBehind } from './describeBehind';
import { findSynced } from './findSynced';
import { FoundEnvironment } from './FoundEnvironment';
import { loadDeployed } from './loadDeployed';
import { loadChanges } from './loadChanges';
import { PartHistory } from './PartHistory';

/** What views of environments are made with. */
export interface EnvironmentTools extends LiveTools {
  history: PartHistory;
  forges: readonly ForgeHost[];
  releases: ReleaseLog;
}

const LOOKED_FOR = [
  'environments of gitops-ml.yaml',
  'Argo CD Application and ApplicationSet manifests (list, git and matrix generators)',
  'Flux Kustomization manifests',
  'kustomize overlays below infra and overlays',
];

/** `GET …/environments` */
export function loadEnvironments(
  tools: EnvironmentTools,
  entity: Entity,
): Promise<EnvironmentsResponse> {
  return tools.revisions.view<BodyOf<EnvironmentsResponse>>(
    entity,
    undefined,
    { environments: [], findings: [], lookedFor: LOOKED_FOR },
    async view => {
      const { problems } = await tools.declare(view);
      const found = await loadFound(tools, entity, view);
      const views = await describeBehind(tools.history, view, found);
      const rejecting = new Set(
        found
          .filter(
            ({ delivery }) =>
              delivery?.aborted && delivery.phase === 'Degraded',
          )
          .map(one => one.view.name),
      );
      return {
        problems,
        environments: views,
        findings: views.flatMap((environment, index) =>
          assembleFindings({
            view: environment,
            live: found[index].live,
            delivery: found[index].delivery,
            rejecting,
            now: new Date((tools.now ?? Date.now)()).toISOString(),
          }),
        ),
        lookedFor: LOOKED_FOR,
      };
    },
  );
}

/** The environments of an entity, declared or deployed. */
async function loadFound(
  tools: EnvironmentTools,
  entity: Entity,
  view: OpenView,
): Promise<FoundEnvironment[]> {
  const declared = listEnvironments(view, tools.forges);
  const binding = tools.revisions.bind(entity);
  const live =
    binding.kind === 'bound' ? tools.live.look(entity, binding, declared) : [];
  const byName = new Map(declared.map(one => [one.name, one]));
  const names = [...new Set([...byName.keys(), ...live.map(one => one.name)])];
  return Promise.all(
    names.map(name =>
      loadEnvironment(tools, view, {
        declared: byName.get(name) ?? { name, declaredBy: [] },
        live: live.find(one => one.name === name),
      }),
    ),
  );
}

async function loadEnvironment(
  tools: EnvironmentTools,
  view: OpenView,
  {
    declared,
    live,
  }: { declared: DeclaredEnvironment; live: LiveEnvironment | undefined },
): Promise<FoundEnvironment> {
  const stateOf = async (oid: string) =>
    (await view.git.commit(oid))
      ? tools.tuples.of(view, oid, declared)
      : undefined;
  const wanted = await resolveDesired(view, declared);
  const desired = wanted === undefined ? undefined : await stateOf(wanted);
  const deployed = await loadDeployed(tools.tuples, view, {
    declared,
    application: live?.application,
  });
  const shown = deployed.filter(
    ({ oid }) => oid === (live?.application && findSynced(live.application)),
  );
  const changes = await loadChanges(tools.history, view, {
    environment: declared,
    states: [...(desired ? [desired] : []), ...shown],
  });
  const commits = await view.commits([
    ...new Set([
      ...(wanted ? [wanted] : []),
      ...deployed.map(({ oid }) => oid),
    ]),
  ]);
  const deliveries = live ? await loadDeliveries(tools, live) : [];
  return {
    declared,
    live,
    desired,
    delivery: chooseDelivery(deliveries),
    view: assembleEnvironment({
      declared,
      live,
      desired,
      deployed,
      changes,
      deliveries,
      commits: new Map<string, CommitView>(
        commits.map(commit => [commit.oid, commit]),
      ),
      links: view.revision,
      now: new Date((tools.now ?? Date.now)()).toISOString(),
    }),
  };
}

/** The commit that an environment follows, as the mirror has it. */
async function resolveDesired(
  { git, commit }: OpenView,
  { revision, overlay }: DeclaredEnvironment,
): Promise<string | undefined> {
  if (revision === undefined)
    return overlay === undefined ? undefined : commit.oid;
  return revision === 'HEAD' ? commit.oid : git.resolve(revision);
}
