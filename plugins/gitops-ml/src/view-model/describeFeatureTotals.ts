import { FeatureTotals } from './collectFeatureRows';
import { formatCount } from './formatBytes';

/** The header's numbers; projects only where there are several. */
export function describeFeatureTotals(
  totals: FeatureTotals,
): { name: string; value: string }[] {
  const { projects, views, features, entities, services } = totals;
  return [
    ...(projects > 1
      ? [{ name: 'projects', value: formatCount(projects) }]
      : []),
    { name: 'feature views', value: formatCount(views) },
    { name: 'features', value: formatCount(features) },
    { name: 'entities', value: formatCount(entities) },
    { name: 'feature services', value: formatCount(services) },
  ];
}
