import { CommitView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  DeclaredEnvironment,
  STATE_PARTS,
  StatePartName,
} from '@gitops-ml/core';
import { withPatience } from '../views/withPatience';
import { OpenView } from '../views/RevisionViews';
import { PartHistory } from './PartHistory';
import { CommitState } from './StateTuples';

/** Which commit changed each part last; a part is absent where that is not known. */
export type PartChanges = Partial<Record<StatePartName, CommitView>>;

/** A page waits so long; the next one finds what was worked out since. */
const PATIENCE_MS = 3000;

/** The commits that changed the parts of some states last, by the commit of the state. */
export async function loadChanges(
  history: PartHistory,
  view: OpenView,
  options: {
    environment: Pick<DeclaredEnvironment, 'name' | 'overlay'>;
    states: readonly CommitState[];
  },
): Promise<Map<string, PartChanges>> {
  const { environment, states } = options;
  const found = await Promise.all(
    states.map(async state => {
      const work = loadOne(history, view, { environment, state });
      const changes = (await withPatience(work, PATIENCE_MS)) ?? {};
      return [state.oid, changes] as const;
    }),
  );
  return new Map(found);
}

async function loadOne(
  history: PartHistory,
  view: OpenView,
  {
    environment,
    state,
  }: {
    environment: Pick<DeclaredEnvironment, 'name' | 'overlay'>;
    state: CommitState;
  },
): Promise<PartChanges> {
  const found = await Promise.all(
    STATE_PARTS.map(async part => {
      const isThere = (state.tuple[part]?.paths ?? []).length > 0;
      const oid = isThere
        ? await history.changedIn({ view, environment, part }, state)
        : undefined;
      return { part, oid };
    }),
  );
  const oids = [...new Set(found.flatMap(({ oid }) => oid ?? []))];
  const commits = new Map(
    (await view.commits(oids)).map(commit => [commit.oid, commit] as const),
  );
  const changes: PartChanges = {};
  for (const { part, oid } of found) {
    if (oid !== undefined) changes[part] = commits.get(oid);
  }
  return changes;
}
