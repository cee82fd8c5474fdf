import { FeastFeatureView } from '../../facts/feast';
import { ReadLimits } from '../../reading/ReadLimits';
import { Definitions } from './describeRepository';

/** The definitions within the limit of entries, and the names of lists that were cut. */
export function limitDefinitions(
  definitions: Definitions,
  limits: ReadLimits,
): { definitions: Definitions; exceeded: string[] } {
  const exceeded = new Set<string>();
  const cut = <T>(what: string, items: T[]): T[] => {
    if (items.length <= limits.entries) return items;
    exceeded.add(what);
    return items.slice(0, limits.entries);
  };
  const cutView = (view: FeastFeatureView): FeastFeatureView => ({
    ...view,
    features: cut('features of a view', view.features),
  });
  return {
    definitions: {
      entities: cut('entities', definitions.entities),
      dataSources: cut('data sources', definitions.dataSources),
      featureViews: cut('feature views', definitions.featureViews).map(cutView),
      featureServices: cut('feature services', definitions.featureServices),
      unresolved: cut('unresolved definitions', definitions.unresolved),
    },
    exceeded: [...exceeded],
  };
}
