import {
  FeastProjectView,
  FeatureViewView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** A service that reads a view, with the features it takes. */
interface Consumer {
  service: string;
  alias?: string;
  features: string[];
  /** Whether it takes all that the view has. */
  all: boolean;
}

export function collectConsumers(
  project: FeastProjectView,
  view: FeatureViewView,
): Consumer[] {
  return project.featureServices.flatMap(service =>
    service.projections
      .filter(projection => projection.view === view.name)
      .map(({ alias, features }) => ({
        service: service.name,
        alias,
        features,
        all: view.features.every(({ name }) => features.includes(name)),
      })),
  );
}
