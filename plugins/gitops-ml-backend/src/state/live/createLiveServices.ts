import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  ArgoCdApplication,
  ArgoCdClient,
  ArgoCdInstance,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { LiveSettings } from '../../config/readLiveSettings';
import { repositoryKey } from '../../forge/repositoryKey';
import { Announcer } from '../../live/Announcer';
import { createApplicationSource } from '../../live/argocd/createApplicationSource';
import { createResourceSource } from '../../live/argocd/createResourceSource';
import {
  ArgoCdSourceOptions,
  ArgoCdSources,
} from '../../live/argocd/ArgoCdSources';
import { KubernetesHttp } from '../../live/kubernetes/KubernetesHttp';
import { KubernetesSources } from '../../live/kubernetes/KubernetesSources';
import { ListWatchTimes } from '../../live/ListWatch';
import { listSources } from '../binding/bindApplications';
import { BindingRules } from '../binding/bindEntity';
import { topicOfEntity, TopicOf } from '../createTopics';
import { DeliveryEvents } from '../deliveries/DeliveryEvents';
import { DeliveryRecorder } from '../deliveries/DeliveryRecorder';
import { Sightings } from '../deliveries/Sightings';
import { Audience } from './Audience';
import {
  LiveEnvironments,
  placeSubject,
  repositorySubject,
} from './LiveEnvironments';

/** Who goes by what changes, also where no page is open. */
interface LiveFollower {
  /** Something changed of what environments depend on. */
  changed(subject: string): void;
  /** Somebody looked at an entity, whose environments depend on these. */
  looked(entity: Entity, subjects: readonly string[]): void;
}

/** What knows the live sources. */
interface LiveServices {
  live: LiveEnvironments;
  recorder: DeliveryRecorder;
  sightings: Sightings;
  /** Tells somebody of all that changes, and is looked at, from now on. */
  follow(follower: LiveFollower): void;
  /** Lets go what no entity shows any more. */
  forgetUnwanted(): void;
  close(): void;
}

/** Milliseconds that one request to an Argo CD may take. */
const ARGOCD_MS = 10_000;

/** Puts together what knows the live sources. Asks nobody before somebody looks. */
export function createLiveServices(options: {
  http: KubernetesHttp;
  instances: readonly ArgoCdInstance[];
  settings: LiveSettings;
  rules: BindingRules;
  events: DeliveryEvents;
  logger: LoggerService;
  topicOf: TopicOf;
  publish: (topics: readonly string[]) => void;
  times?: Partial<ListWatchTimes>;
}): LiveServices {
  const { http, settings, rules, topicOf, times } = options;
  const audience = new Audience();
  const announcer = new Announcer(options.publish);
  let follower: LiveFollower | undefined;
  const sightings = new Sightings();
  const recorder = new DeliveryRecorder({ ...options, sightings });
  const tell = (subject: string) => {
    announcer.announce(audience.of(subject));
    follower?.changed(subject);
  };
  const kubernetes = new KubernetesSources({
    http,
    times,
    onChange: (place, object) => {
      recorder.note(place, object, kubernetes.read(place).value ?? []);
      tell(placeSubject(place));
    },
  });
  const argocd = new ArgoCdSources({
    times,
    instances: listInstances(options),
    onChange: (_instance, application) => {
      if (application) listSubjects(application, rules).forEach(tell);
      else audience.subjects().forEach(tell);
    },
  });
  const live = new LiveEnvironments({
    argocd,
    kubernetes,
    settings,
    rules,
    onLook: (entity, subjects) => {
      const topic = topicOfEntity(entity, topicOf);
      for (const subject of subjects) audience.join(subject, topic);
      follower?.looked(entity, subjects);
    },
  });
  return {
    live,
    recorder,
    sightings,
    follow: wanted => {
      follower = wanted;
    },
    forgetUnwanted() {
      argocd.forgetUnwanted();
      kubernetes.forgetUnwanted();
    },
    close() {
      announcer.close();
      argocd.close();
      kubernetes.close();
    },
  };
}

function listSubjects(
  application: ArgoCdApplication,
  { forges }: BindingRules,
): string[] {
  return listSources(application).flatMap(({ repoURL }) => {
    const key = repoURL && repositoryKey(repoURL, forges);
    return key ? [repositorySubject(key)] : [];
  });
}

/** An Argo CD that is read through its cluster needs no account. */
function listInstances({
  http,
  instances,
  settings: { argocdResources },
}: {
  http: KubernetesHttp;
  instances: readonly ArgoCdInstance[];
  settings: LiveSettings;
}): ArgoCdSourceOptions[] {
  const byResource = argocdResources.map(({ name, url, ...place }) => ({
    name,
    url: url ?? instances.find(one => one.name === name)?.url,
    source: createResourceSource(http, place),
  }));
  const names = new Set(byResource.map(({ name }) => name));
  const byApi = instances
    .filter(({ name }) => !names.has(name))
    .map(instance => ({
      name: instance.name,
      url: instance.url,
      source: createApplicationSource(
        new ArgoCdClient({ fetch, instance, timeoutMs: ARGOCD_MS }),
      ),
    }));
  return [...byResource, ...byApi];
}
