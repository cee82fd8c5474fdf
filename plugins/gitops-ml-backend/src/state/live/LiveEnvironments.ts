import { Entity } from '@backstage/catalog-model';
import { ArgoCdApplication } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { LiveSettings } from '../../config/readLiveSettings';
import {
  ArgoCdSources,
  ObservedInstance,
} from '../../live/argocd/ArgoCdSources';
import { LiveObject } from '../../live/kubernetes/contract';
import {
  KubernetesSources,
  Place,
} from '../../live/kubernetes/KubernetesSources';
import { Observed } from '../../live/Observed';
import {
  bindApplications,
  describeChoice,
  InstanceApplication,
} from '../binding/bindApplications';
import {
  bindConfigRepository,
  BindingRules,
  Bound,
} from '../binding/bindEntity';
import {
  listGrantedWorkloads,
  listManagedWorkloads,
  selectWorkloadObjects,
  WorkloadName,
} from '../binding/bindWorkloads';
import { isSamePlace, listGrantedPlaces } from '../binding/listGrantedPlaces';
import { resolveCluster } from '../binding/resolveCluster';
import {
  DeclaredTarget,
  MatchedEnvironment,
  matchEnvironments,
} from './matchEnvironments';

/** A workload that belongs to the entity, with the objects that it owns. */
export interface BoundWorkload extends WorkloadName {
  /** The workload itself first. Empty where it is not in the cluster. */
  objects: LiveObject[];
}

/** An environment as the live sources have it, as far as it belongs to the entity. */
export interface LiveEnvironment {
  name: string;
  declared: DeclaredTarget | undefined;
  instance: string | undefined;
  /** The Argo CD's address. */
  instanceUrl: string | undefined;
  application: ArgoCdApplication | undefined;
  /** Of Argo CD; without a value. */
  argocd: Observed<never>;
  /** Backstage's name of the cluster, and the namespace. */
  place: Place | undefined;
  /** Of the cluster; without a value. */
  kubernetes: Observed<never>;
  workloads: BoundWorkload[];
  /** Why nothing of it is shown. */
  unbound: { message: string; remedy: string } | undefined;
}

/** What pages depend on: a place of a cluster, or the Applications of a repository. */
export const placeSubject = ({ cluster, namespace }: Place) =>
  `place:${cluster}/${namespace}`;

/** @see placeSubject */
export const repositorySubject = (key: string) => `repository:${key}`;

/** Finds what of the live sources belongs to an entity. Never waits for them. */
export class LiveEnvironments {
  readonly #argocd: ArgoCdSources;
  readonly #kubernetes: KubernetesSources;
  readonly #settings: LiveSettings;
  readonly #rules: BindingRules;
  readonly #onLook: (entity: Entity, subjects: readonly string[]) => void;
  readonly #now: () => number;

  constructor(options: {
    argocd: ArgoCdSources;
    kubernetes: KubernetesSources;
    settings: LiveSettings;
    rules: BindingRules;
    /** Called with what an entity's environments depend on. */
    onLook: (entity: Entity, subjects: readonly string[]) => void;
    now?: () => number;
  }) {
    this.#argocd = options.argocd;
    this.#kubernetes = options.kubernetes;
    this.#settings = options.settings;
    this.#rules = options.rules;
    this.#onLook = options.onLook;
    this.#now = options.now ?? Date.now;
  }

  /** What is known now; what isn't watched yet is from now on. */
  look(
    entity: Entity,
    binding: Bound,
    declared: readonly DeclaredTarget[],
  ): LiveEnvironment[] {
    const instances = this.#argocd.read();
    const config = bindConfigRepository(entity, this.#rules);
    const applications = bindApplications(
      instances.flatMap(({ name, applications: { value = [] } }) =>
        value.map(application => ({ instance: name, application })),
      ),
      {
        entity,
        repository: binding.repository.key,
        folder: binding.path,
        configRepository: config?.key,
        forges: this.#rules.forges,
      },
    );
    const matched = matchEnvironments(declared, applications);
    const found = matched.map(one => this.#describe(entity, one, instances));
    const all = [...found, ...this.#describeGranted(entity, found)];
    this.#onLook(entity, [
      repositorySubject(binding.repository.key),
      ...(config ? [repositorySubject(config.key)] : []),
      ...all.flatMap(({ place }) => (place ? [placeSubject(place)] : [])),
    ]);
    return all;
  }

  /** What a set of pods reads its release from. */
  configMap(place: Place, name: string) {
    return this.#kubernetes.configMap(place, name);
  }

  /** What the cluster still tells of the steps that a workload has done. */
  stepEvents(place: Place, uid: string) {
    return this.#kubernetes.stepEvents(place, uid);
  }

  /** What was seen of each Argo CD, for the doctor. */
  instances(): ObservedInstance[] {
    return this.#argocd.read();
  }

  #describe(
    entity: Entity,
    { name, declared, bound }: MatchedEnvironment,
    instances: readonly ObservedInstance[],
  ): LiveEnvironment {
    const instance = instances.find(
      one => one.name === (bound?.instance ?? declared?.instance),
    );
    const base = {
      name,
      declared,
      instance: instance?.name ?? declared?.instance,
      instanceUrl: instance?.url,
      argocd: this.#observeArgoCd(instance, instances, declared),
    };
    if (!bound) return this.#describeUnbound(entity, base);
    const { application } = bound;
    const { namespace } = application.spec.destination;
    const cluster = this.#clusterOf(bound);
    if (cluster === undefined || !namespace) {
      const kubernetes = this.#noCluster(bound);
      return {
        ...base,
        application,
        place: undefined,
        kubernetes,
        workloads: [],
        unbound: undefined,
      };
    }
    const place = { cluster, namespace };
    const observed = this.#observe(place);
    return {
      ...base,
      application,
      place,
      kubernetes: withoutValue(observed),
      workloads: listManagedWorkloads(application).map(workload => ({
        ...workload,
        objects: selectWorkloadObjects(
          observed.value ?? [],
          workload,
          application,
        ),
      })),
      unbound: undefined,
    };
  }

  /** Places that a rule grants, and that belong to no Application of the entity. */
  #describeGranted(
    entity: Entity,
    found: readonly LiveEnvironment[],
  ): LiveEnvironment[] {
    const taken = new Set(found.map(({ name }) => name));
    const shown = found.flatMap(({ place }) => place ?? []);
    return listGrantedPlaces(this.#settings.allowWorkloads, entity)
      .filter(place => !shown.some(one => isSamePlace(one, place)))
      .map(place => {
        const { cluster, namespace } = place;
        const name = taken.has(namespace)
          ? `${namespace}@${cluster}`
          : namespace;
        taken.add(name);
        return this.#describePlace(entity, name, place);
      });
  }

  #describePlace(entity: Entity, name: string, place: Place): LiveEnvironment {
    const observed = this.#observe(place);
    const objects = observed.value ?? [];
    return {
      name,
      declared: undefined,
      instance: undefined,
      instanceUrl: undefined,
      application: undefined,
      argocd: this.#notConfigured(
        'gitopsMl.allow.workloads grants the namespace; no Argo CD application is asked for.',
      ),
      place,
      kubernetes: withoutValue(observed),
      workloads: listGrantedWorkloads(
        objects,
        place.namespace,
        entity.metadata.annotations ?? {},
      ).map(workload => ({
        ...workload,
        objects: selectWorkloadObjects(objects, workload, undefined),
      })),
      unbound: undefined,
    };
  }

  #describeUnbound(
    entity: Entity,
    base: Pick<
      LiveEnvironment,
      'name' | 'declared' | 'instance' | 'instanceUrl' | 'argocd'
    >,
  ): LiveEnvironment {
    const choice = describeChoice(entity);
    // The words are the same whether such an application exists or not.
    const among = choice
      ? ` and is chosen by the entity's annotations (${choice})`
      : '';
    return {
      ...base,
      application: undefined,
      place: undefined,
      kubernetes: this.#notConfigured(
        'Without an Argo CD application nothing says which workloads belong to it.',
      ),
      workloads: [],
      unbound: base.argocd.valueObservedAt
        ? {
            message: `No Argo CD application that deploys this repository${among} was found for ${base.name}.`,
            remedy:
              'Register the environment with Argo CD, or let the account of Backstage read its project; workloads without Argo CD need a rule in gitopsMl.allow.workloads.',
          }
        : undefined,
    };
  }

  #observe(place: Place): Observed<readonly LiveObject[]> {
    this.#kubernetes.want(place);
    return this.#kubernetes.read(place);
  }

  #observeArgoCd(
    instance: ObservedInstance | undefined,
    instances: readonly ObservedInstance[],
    declared: DeclaredTarget | undefined,
  ): Observed<never> {
    if (instance) return this.#refresh(withoutValue(instance.applications));
    if (declared?.instance !== undefined || instances.length === 0) {
      return this.#notConfigured(
        declared?.instance === undefined
          ? 'No Argo CD is configured (argocd.appLocatorMethods).'
          : `No Argo CD ${declared.instance} is configured (argocd.appLocatorMethods).`,
      );
    }
    // It may be at any of them: the worst one says how much is known.
    const worst =
      instances.find(({ applications }) => applications.status !== 'ok') ??
      instances[0];
    return this.#refresh(withoutValue(worst.applications));
  }

  /** Between two messages of a stream everything is as it was. */
  #refresh(observed: Observed<never>): Observed<never> {
    return observed.status === 'ok' && observed.valueObservedAt
      ? { ...observed, valueObservedAt: this.#time() }
      : observed;
  }

  #clusterOf({
    instance,
    application,
  }: InstanceApplication): string | undefined {
    return resolveCluster(
      instance,
      application.spec.destination,
      this.#settings,
    );
  }

  #noCluster({ instance, application }: InstanceApplication): Observed<never> {
    const { name, server, namespace } = application.spec.destination;
    const destination = name || server || '';
    return this.#notConfigured(
      namespace
        ? `Nothing says which of Backstage's clusters ${destination} of ${instance} is; add {argocd: ${instance}, destination: ${destination}, cluster: …} to gitopsMl.clusters.`
        : 'The application names no namespace.',
    );
  }

  #notConfigured(message: string): Observed<never> {
    return { status: 'not-configured', since: this.#time(), message };
  }

  #time(): string {
    return new Date(this.#now()).toISOString();
  }
}

function withoutValue({ value: _, ...observed }: Observed<unknown>) {
  return observed;
}
