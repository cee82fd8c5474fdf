import { SourceSpot } from '../../facts/dvc';
import { Problem } from '../../reading/Problem';
import {
  DraftBase,
  DraftService,
  DraftView,
  EntityReference,
} from '../definitions/drafts';
import { CollectedDrafts } from './collectDrafts';
import { Catalog, featuresOf, viewOf } from './describeDrafts';

const INFERRED = new Set([
  'FeatureView',
  'BatchFeatureView',
  'StreamFeatureView',
]);

/**
 * What definitions say of each other, worked out once all are known: notes doubts
 * on the drafts, and gives the references that lead nowhere.
 */
export function checkDrafts(
  drafts: CollectedDrafts,
  catalog: Catalog,
): Problem[] {
  return [
    ...drafts.views.flatMap(view => checkView(view, catalog)),
    ...drafts.services.flatMap(service => checkService(service, catalog)),
  ];
}

function checkView(view: DraftView, catalog: Catalog): Problem[] {
  const inDoubt = view.doubts.some(each => /schema|features/.test(each.field));
  const features = featuresOf(view, catalog);
  if (INFERRED.has(view.type) && features.length === 0 && !inDoubt) {
    view.doubts.push({
      field: 'schema',
      line: view.definedIn.line,
      why: 'not given: Feast takes the features from the data',
    });
  }
  for (const entity of view.entities) doubtJoinKey(entity, view, catalog);
  return view.entities.flatMap(entity => {
    if (typeof entity !== 'string' || catalog.entity(entity)) return [];
    noteReported(view, 'entities');
    return missing('entity', entity, view);
  });
}

/** Without the join key it is not known which column is no feature. */
function doubtJoinKey(
  reference: EntityReference,
  view: DraftView,
  catalog: Catalog,
): void {
  const entity =
    typeof reference === 'string' ? catalog.entity(reference) : reference;
  if (!entity || entity.joinKey !== undefined) return;
  const { line } = view.definedIn;
  const why = `the join key of ${entity.name ?? 'an entity'}`;
  view.doubts.push({ field: 'entities', line, why });
  if (view.schema.length > 0) view.doubts.push({ field: 'schema', line, why });
}

function checkService(service: DraftService, catalog: Catalog): Problem[] {
  return service.projections.flatMap(projection => {
    const view = viewOf(projection, catalog);
    if (!view) {
      noteReported(service, 'features');
      return missing('feature view', String(projection.view), service);
    }
    const inDoubt = view.doubts.some(each =>
      /schema|features/.test(each.field),
    );
    if (!projection.features) {
      if (inDoubt) doubtWholeView(service, view);
      return [];
    }
    if (inDoubt) return [];
    const known = new Set(featuresOf(view, catalog).map(field => field.name));
    return projection.features
      .filter(name => !known.has(name))
      .flatMap(name => missing('feature', `${view.name}:${name}`, service));
  });
}

function doubtWholeView(service: DraftService, view: DraftView): void {
  service.doubts.push({
    field: 'features',
    line: service.definedIn.line,
    why: `the features of ${view.name ?? 'a view'}`,
  });
}

function noteReported(draft: DraftBase, field: string): void {
  const { line } = draft.definedIn;
  draft.doubts.push({ field, line, why: 'not defined here', reported: true });
}

function missing(kind: string, name: string, draft: DraftBase): Problem[] {
  const by = `${draft.type} ${draft.name ?? ''}`.trim();
  return [problemAt(draft.definedIn, 'unknown-reference', { kind, name, by })];
}

function problemAt(
  spot: SourceSpot,
  code: Problem['code'],
  args: Problem['args'],
): Problem {
  return { code, severity: 'warning', ...spot, args };
}
