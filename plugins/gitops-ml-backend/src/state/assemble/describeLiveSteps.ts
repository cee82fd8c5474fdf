import { DoctorResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Observed } from '../../live/Observed';
import { Binding } from '../binding/bindEntity';
import { LiveEnvironment } from '../live/LiveEnvironments';

type Step = DoctorResponse['steps'][number];

const describeCount = ({ workloads }: LiveEnvironment) =>
  workloads.length === 1 ? '1 workload' : `${workloads.length} workloads`;

/** The chain's last links: environments, and the sources that say what runs in them. */
export function describeLiveSteps(
  binding: Binding,
  environments: readonly LiveEnvironment[],
): Step[] {
  const step = { id: 'environments', title: 'Environments' };
  if (binding.kind === 'unbound') {
    const message = 'An earlier step failed.';
    return [{ ...step, status: 'skipped', message }];
  }
  if (environments.length === 0) {
    return [
      {
        ...step,
        status: 'warning',
        message:
          'No environment is declared, and no Argo CD deploys this repository.',
        remedy:
          'Add an Argo CD Application or ApplicationSet to the repository and register it; check argocd.appLocatorMethods and what its account may read.',
      },
    ];
  }
  const names = environments.map(({ name }) => name).join(', ');
  return [
    { ...step, status: 'ok', message: `${names}.` },
    ...environments.flatMap(describeSources),
  ];
}

function describeSources(environment: LiveEnvironment): Step[] {
  const { name, application, place, unbound, argocd, kubernetes } = environment;
  if (unbound) {
    return [
      {
        id: `environment:${name}`,
        title: name,
        status: 'warning',
        ...unbound,
      },
    ];
  }
  const instance = environment.instance ?? 'Argo CD';
  return [
    describeSource(
      { id: `argocd:${name}`, title: `${name}: Argo CD` },
      argocd,
      application
        ? `The application ${application.metadata.name} of ${instance} is followed.`
        : `${instance} is followed.`,
    ),
    describeSource(
      { id: `kubernetes:${name}`, title: `${name}: cluster` },
      kubernetes,
      place
        ? `${describeCount(environment)} of ${place.cluster}/${
            place.namespace
          } are followed.`
        : 'No cluster is asked.',
    ),
  ];
}

const REMEDIES: Record<Exclude<Observed<never>['status'], 'ok'>, string> = {
  unreachable:
    'Check that it is up and can be reached from the back end; it is tried again by itself.',
  forbidden:
    'Check the credentials that the configuration gives for it, and their rights.',
  'not-configured': 'Add what the message names to the configuration.',
};

function describeSource(
  step: Pick<Step, 'id' | 'title'>,
  { status, since, valueObservedAt, message }: Observed<never>,
  words: string,
): Step {
  if (status === 'ok') {
    return valueObservedAt
      ? { ...step, status, message: words }
      : {
          ...step,
          status: 'warning',
          message: 'It is being asked for the first time.',
        };
  }
  return {
    ...step,
    status: status === 'not-configured' ? 'warning' : 'error',
    message: `${message ?? status} (since ${since
      .slice(0, 19)
      .replace('T', ' ')} UTC)`,
    remedy: REMEDIES[status],
  };
}
