import {
  ApplicationView,
  ObservationView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** An application in its two words, and whether they still hold. */
export function describeApplication(
  application: ApplicationView,
  observation: ObservationView,
): { title: string; subtitle: string } {
  const { sync, health, name, project, instance } = application;
  const stale =
    observation.status === 'ok' ? '' : ` (last known: ${observation.status})`;
  return {
    title: `Argo CD: ${sync ?? 'sync unknown'} · ${
      health ?? 'health unknown'
    }${stale}`,
    subtitle: [name, project && `project ${project}`, `instance ${instance}`]
      .filter(Boolean)
      .join(' · '),
  };
}
