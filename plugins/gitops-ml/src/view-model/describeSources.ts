import {
  FeastProjectView,
  FeatureViewView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** Each source of a view in one line: name, class, place, event time. */
export function describeSources(
  project: FeastProjectView,
  view: FeatureViewView,
): string[] {
  return view.sources.map(({ name, type }) => {
    const source = project.dataSources.find(one => one.name === name);
    return [
      name,
      type,
      source?.location,
      source?.timestampField && `event time ${source.timestampField}`,
    ]
      .filter(Boolean)
      .join(' · ');
  });
}
