import { FeastFacts } from '../../facts/feast';
import { Problem } from '../../reading/Problem';
import { DraftBase, DraftOther } from '../definitions/drafts';
import { checkDrafts } from './checkDrafts';
import { CollectedDrafts } from './collectDrafts';
import {
  Catalog,
  describeEntity,
  describeService,
  describeSource,
  describeView,
} from './describeDrafts';
import { dropRepeated } from './dropRepeated';
import { findDuplicates } from './findDuplicates';
import { Unresolved } from './ModuleLoader';

/** The definitions of a repository, as facts. */
export type Definitions = Pick<
  FeastFacts,
  'entities' | 'dataSources' | 'featureViews' | 'featureServices' | 'unresolved'
>;

/** Turns what was collected into facts, and says what is wrong or not known. */
export function describeRepository(
  drafts: CollectedDrafts,
  project: string | undefined,
): { definitions: Definitions; problems: Problem[] } {
  const catalog = createCatalog(drafts);
  const entities = dropRepeated(drafts.entities);
  const { services } = drafts;
  const problems = [
    ...checkDrafts(drafts, catalog),
    ...checkNames({ ...drafts, entities }),
    ...drafts.others.flatMap(each => checkOther(each, project)),
  ];
  const all = [...entities, ...drafts.sources, ...drafts.views, ...services];
  const unresolved = [...drafts.unresolved, ...all.flatMap(describeNameless)];
  problems.push(...all.flatMap(describeDoubts));
  const definitions: Definitions = {
    entities: named(entities, describeEntity),
    dataSources: named(drafts.sources, describeSource),
    featureViews: named(drafts.views, (view, name) =>
      describeView(view, name, catalog),
    ),
    featureServices: named(services, (service, name) =>
      describeService(service, name, catalog),
    ),
    unresolved,
  };
  return { definitions, problems };
}

function createCatalog(drafts: CollectedDrafts): Catalog {
  const entities = new Map(drafts.entities.map(each => [each.name, each]));
  const views = new Map(drafts.views.map(each => [each.name, each]));
  return { entity: name => entities.get(name), view: name => views.get(name) };
}

/** Those whose name is known, by name. */
function named<T extends DraftBase, F>(
  drafts: readonly T[],
  describe: (draft: T, name: string) => F,
): F[] {
  return drafts
    .flatMap(draft =>
      draft.name === undefined ? [] : { draft, name: draft.name },
    )
    .sort((a, b) => compareTexts(a.name, b.name))
    .map(({ draft, name }) => describe(draft, name));
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function checkNames(drafts: CollectedDrafts): Problem[] {
  const copies = drafts.copies.map(({ view, binding }) => ({
    ...view,
    definedIn: binding.spot,
  }));
  return [
    ...findDuplicates([...drafts.views, ...copies], {
      kind: 'feature view',
      ignoreCase: true,
    }),
    ...findDuplicates(drafts.sources, {
      kind: 'data source',
      ignoreCase: true,
    }),
    ...findDuplicates(drafts.entities, {
      kind: 'entity',
      ignoreCase: false,
    }),
    ...findDuplicates(drafts.services, {
      kind: 'feature service',
      ignoreCase: false,
    }),
  ];
}

/** Feast wants the one `Project` to be named as in feature_store.yaml. */
function checkOther(draft: DraftOther, project: string | undefined): Problem[] {
  const { type, name, definedIn } = draft;
  if (type !== 'Project') {
    const args = { what: `${type} ${name ?? ''}`.trim() };
    return [{ code: 'unsupported', severity: 'warning', ...definedIn, args }];
  }
  if (name === undefined || project === undefined || name === project)
    return [];
  const args = {
    where: 'The name of the Project',
    value: name,
    expected: `${project}, the project of feature_store.yaml`,
  };
  return [{ code: 'invalid-value', severity: 'error', ...definedIn, args }];
}

function describeNameless(draft: DraftBase): Unresolved[] {
  if (draft.name !== undefined) return [];
  const why = draft.doubts.find(doubt => doubt.field === 'name')?.why;
  const what = `${draft.type} (its name: ${why ?? 'not given'})`;
  return [{ ...draft.definedIn, what }];
}

/** One problem for each argument of a named definition that is not known. */
function describeDoubts(draft: DraftBase): Problem[] {
  const { path } = draft.definedIn;
  if (draft.name === undefined) return [];
  return draft.doubts
    .filter(doubt => !doubt.reported)
    .map(({ field, line, why }) => ({
      code: 'not-static',
      severity: 'warning',
      path,
      line,
      args: { what: `${field} of ${draft.type} ${draft.name} (${why})` },
    }));
}
