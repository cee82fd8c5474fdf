import {
  ApplicationManifest,
  ApplicationSetManifest,
  AppProjectManifest,
  ArgoCdApplication,
  ArgoCdApplicationSet,
  ArgoCdAppProject,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { findApplicationGaps, findProjectGaps } from './covers';
import { describeDifferences, diffFields } from './diffFields';
import { OnConflict, Registration } from './Registration';

/** What was found under a name. */
export type Seen<T> =
  | { status: 'absent' }
  | { status: 'exists'; value: T }
  /** The account may not look; creating it will tell. */
  | { status: 'hidden' };

/** What one Argo CD instance holds under the names that are wanted. */
export interface SeenInstance {
  project: Seen<ArgoCdAppProject>;
  applicationSet: Seen<ArgoCdApplicationSet>;
  /** What the existing ApplicationSet gives now; read for adopting only. */
  generated: ArgoCdApplication[];
  /** By name. */
  applications: ReadonlyMap<string, Seen<ArgoCdApplication>>;
}

/** `ensure` creates, and takes an equal one that exists; `keep` leaves it alone. */
type Handling = 'create' | 'ensure' | 'update' | 'keep';

/** One thing to do, or to leave as it is. */
export type Step =
  | { kind: 'repository'; handling: 'ensure'; name: string }
  | {
      kind: 'AppProject';
      handling: Handling;
      name: string;
      manifest: AppProjectManifest;
    }
  | { kind: 'existing AppProject'; handling: 'keep'; name: string }
  | { kind: 'dry run'; name: string; manifest: ApplicationSetManifest }
  | {
      kind: 'ApplicationSet';
      handling: Handling;
      name: string;
      manifest: ApplicationSetManifest;
    }
  | {
      kind: 'Application';
      handling: Handling;
      name: string;
      manifest: ApplicationManifest;
    };

/** What to do on one instance, and what forbids it. Nothing is done where something does. */
export interface Plan {
  instance: string;
  steps: Step[];
  refusals: string[];
}

/** Compares what exists with what is wanted. */
export function planRegistration(
  registration: Registration,
  seen: SeenInstance,
  options: { onConflict: OnConflict; hasCredentials: boolean },
): Plan {
  const refusals: string[] = [];
  const steps: Step[] = [];
  if (options.hasCredentials) {
    const name = registration.repoUrl;
    steps.push({ kind: 'repository', handling: 'ensure', name });
  }
  steps.push(planProject(registration, seen, options.onConflict, refusals));
  if (registration.project.kind === 'existing') {
    refusals.push(...checkExistingProject(registration, seen));
  }
  steps.push(...planWorkload(registration, seen, options.onConflict, refusals));
  return { instance: registration.instance, steps, refusals };
}

function planProject(
  { project, repoUrl, environments }: Registration,
  seen: SeenInstance,
  onConflict: OnConflict,
  refusals: string[],
): Step {
  const { name } = project;
  if (project.kind === 'existing') {
    return { kind: 'existing AppProject', handling: 'keep', name };
  }
  const destinations = environments.map(e => e.destination);
  const { manifest } = project;
  const handling = chooseHandling({
    title: `AppProject ${name}`,
    seen: seen.project,
    // Argo CD compares a project's spec only.
    parts: value => [{ spec: value.spec }, { spec: manifest.spec }],
    gaps: value => findProjectGaps(value, repoUrl, destinations),
    onConflict,
    refusals,
  });
  return { kind: 'AppProject', handling, name, manifest };
}

function checkExistingProject(
  { project, repoUrl, environments }: Registration,
  seen: SeenInstance,
): string[] {
  if (seen.project.status === 'hidden') return [];
  if (seen.project.status === 'absent') {
    return [`the AppProject ${project.name} does not exist`];
  }
  const destinations = environments.map(e => e.destination);
  return findProjectGaps(seen.project.value, repoUrl, destinations);
}

function planWorkload(
  { workload, repoUrl, environments }: Registration,
  seen: SeenInstance,
  onConflict: OnConflict,
  refusals: string[],
): Step[] {
  if (workload.kind === 'application-set') {
    const { manifest } = workload;
    const { name } = manifest.metadata;
    const destinations = environments.map(e => e.destination);
    // Reading its own is a right that was asked for, so this is not its own.
    if (seen.applicationSet.status === 'hidden') {
      refusals.push(
        `the name ${name} is taken by an ApplicationSet of a project that the account may not read`,
      );
    }
    const handling = chooseHandling({
      title: `ApplicationSet ${name}`,
      seen: seen.applicationSet,
      parts: value => [pickCompared(value), pickCompared(manifest)],
      gaps: () => findApplicationGaps(seen.generated, repoUrl, destinations),
      onConflict,
      refusals,
    });
    const kept = handling === 'keep';
    return [
      ...(kept ? [] : [{ kind: 'dry run' as const, name, manifest }]),
      { kind: 'ApplicationSet', handling, name, manifest },
    ];
  }
  return workload.manifests.map((manifest): Step => {
    const { name } = manifest.metadata;
    const { destination } = manifest.spec;
    const handling = chooseHandling({
      title: `Application ${name}`,
      seen: seen.applications.get(name) ?? { status: 'hidden' },
      parts: value => [pickCompared(value), pickCompared(manifest)],
      gaps: value => findApplicationGaps([value], repoUrl, [destination]),
      onConflict,
      refusals,
    });
    return { kind: 'Application', handling, name, manifest };
  });
}

/** What Argo CD itself compares when an object is created again. */
function pickCompared(object: {
  metadata: {
    labels?: object | null;
    annotations?: object | null;
    finalizers?: string[] | null;
  };
  spec: object;
}): object {
  const { labels, annotations, finalizers } = object.metadata;
  return { metadata: { labels, annotations, finalizers }, spec: object.spec };
}

/** Says what to do with one object, and adds to `refusals` why that can't be. */
function chooseHandling<T>(choice: {
  title: string;
  seen: Seen<T>;
  parts: (value: T) => [existing: object, wanted: object];
  gaps: (value: T) => string[];
  onConflict: OnConflict;
  refusals: string[];
}): Handling {
  const { title, seen, onConflict, refusals } = choice;
  if (seen.status === 'absent') return 'create';
  if (seen.status === 'hidden') return 'ensure';
  const differences = diffFields(...choice.parts(seen.value));
  if (differences.length === 0) return 'keep';
  switch (onConflict) {
    case 'upsert':
      return 'update';
    case 'adopt':
      for (const gap of choice.gaps(seen.value)) {
        refusals.push(`${title} can not be adopted: ${gap}`);
      }
      return 'keep';
    case 'fail':
      refusals.push(
        `${title} exists and is different:\n${describeDifferences(
          differences,
        )}\nChoose another name, or set onConflict to adopt or upsert`,
      );
      return 'keep';
    default: {
      const never: never = onConflict;
      return never;
    }
  }
}

const describeHandling: Record<Handling, (subject: string) => string> = {
  create: subject => `create the ${subject}`,
  ensure: subject => `create the ${subject}, unless it exists as wanted`,
  update: subject => `change the ${subject}`,
  keep: subject => `keep the existing ${subject}`,
};

/** What a step does, as a line of the log. */
export function describeStep(step: Step): string {
  switch (step.kind) {
    case 'repository':
      return `store the credentials of ${step.name}`;
    case 'existing AppProject':
      return `use the existing AppProject ${step.name}`;
    case 'dry run':
      return `try the ApplicationSet ${step.name} without making it`;
    case 'AppProject':
    case 'ApplicationSet':
    case 'Application':
      return describeHandling[step.handling](`${step.kind} ${step.name}`);
    default: {
      const never: never = step;
      return never;
    }
  }
}
