import { SourceSpot } from '../../facts/dvc';
import { NONE } from '../values/PythonValue';
import { ArgumentReader } from './ArgumentReader';
import { DraftProjection, DraftService } from './drafts';
import { readBase } from './readBase';

/**
 * `FeatureService(name, features=[view, view[["a"]], "view:a"])`. References by
 * text come last, as Feast resolves them. Source: feast/feature_service.py.
 */
export function createService(
  reader: ArgumentReader,
  definedIn: SourceSpot,
): DraftService {
  const projections: DraftProjection[] = [];
  const references: DraftProjection[] = [];
  for (const item of reader.items('features')) {
    if (item.kind === 'draft' && item.draft.kind === 'view') {
      const view = item.draft;
      projections.push({ view, features: undefined, alias: undefined });
    } else if (item.kind === 'projection') {
      const { view, features, alias } = item;
      projections.push({ view, features, alias });
      if (item.doubt) reader.doubt('features', item.doubt);
    } else if (item.kind === 'string') {
      references.push(parseReference(item.value, reader));
    } else reader.doubt('features', item, 'no feature view');
  }
  return {
    kind: 'service',
    ...readBase('FeatureService', reader, definedIn),
    projections: [...projections, ...references],
  };
}

/** `view`, `view@v2`, `view:feature`. A pinned version is the registry's, not Git's. */
function parseReference(
  reference: string,
  reader: ArgumentReader,
): DraftProjection {
  const [viewPart, feature] = reference.split(':', 2);
  const [view, version = 'latest'] = viewPart.split('@', 2);
  const pinned = version !== 'latest' && version !== '';
  if (pinned && feature === undefined) {
    const why = `the features of ${viewPart}, which the registry knows`;
    reader.doubt('features', NONE, why);
    return { view, features: [], alias: undefined };
  }
  const features = feature === undefined ? undefined : [feature];
  return { view, features, alias: undefined };
}
