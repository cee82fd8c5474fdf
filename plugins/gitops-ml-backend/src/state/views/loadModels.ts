import { Entity } from '@backstage/catalog-model';
import { ModelsResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  collectModels,
  EntryReading,
  modelCommits,
  selectFacts,
} from '@gitops-ml/core';
import { assembleModels, VersionCommit } from '../assemble/assembleModels';
import { listRemotes } from '../assemble/listRemotes';
import { isModelUnder } from '../assemble/isModelUnder';
import { selectProblems, toProblemViews } from '../assemble/toProblemViews';
import { resolveRegistry } from './resolveRegistry';
import { OpenView } from './RevisionViews';
import { BodyOf, createPushedOf, ViewQuery, ViewTools } from './ViewTools';

const READERS = new Set([
  'model-descriptor',
  'gto-index',
  'gitops-ml-file',
  'dvc-yaml',
  'dvc-lock',
]);

/** `GET …/models` */
export function loadModels(
  tools: ViewTools,
  entity: Entity,
  query: ViewQuery,
): Promise<ModelsResponse> {
  return tools.revisions.view<BodyOf<ModelsResponse>>(
    entity,
    query.revision,
    { remotes: [], models: [] },
    async view => {
      const gto = await resolveRegistry(view, query);
      const readingsAt = await loadReadings(view, modelCommits(gto.facts));
      const { folder, readings: head } = view.revision;
      const { models, problems } = collectModels({
        gto: gto.facts,
        head,
        readingsAt,
      });
      return {
        remotes: listRemotes(selectFacts(head, 'dvc-config'), view.revision),
        models: assembleModels({
          models: models.filter(({ name }) => isModelUnder(name, folder)),
          revision: view.revision,
          commits: await loadCommits(view, readingsAt),
          pushed: createPushedOf(tools, view),
        }),
        problems: toProblemViews(
          [
            ...gto.problems,
            ...problems,
            ...selectProblems(head, reader => READERS.has(reader)),
          ],
          view.revision,
        ),
      };
    },
  );
}

async function loadReadings(
  view: OpenView,
  oids: readonly string[],
): Promise<Map<string, EntryReading[]>> {
  const readings = new Map<string, EntryReading[]>();
  for (const oid of oids) readings.set(oid, await view.readingsAt(oid));
  return readings;
}

async function loadCommits(
  view: OpenView,
  readingsAt: ReadonlyMap<string, EntryReading[]>,
): Promise<Map<string, VersionCommit>> {
  const commits = await view.commits([...readingsAt.keys()]);
  return new Map(
    commits.map(commit => [
      commit.oid,
      { commit, readings: readingsAt.get(commit.oid) ?? [] },
    ]),
  );
}
