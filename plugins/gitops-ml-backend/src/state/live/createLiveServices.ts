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
import { BindingRules, bindEntity } from '../binding/bindEntity';
import { topicOfEntity, TopicOf } from '../createTopics';
import { DeliveryEvents } from '../deliveries/DeliveryEvents';
import { DeliveryRecorder } from '../deliveries/DeliveryRecorder';
import { Audience } from './Audience';
import {
  LiveEnvironments,
  placeSubject,
  repositorySubject,
} from './LiveEnvironments';

/** What knows the live sources. */
interface LiveServices {
  live: LiveEnvironments;
  /** Watches what these entities show, and lets go what none shows any more. */
  track(entities: readonly Entity[]): void;
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
  const recorder = new DeliveryRecorder(options);
  const kubernetes = new KubernetesSources({
    http,
    times,
    onChange: (place, object) => {
      const objects = kubernetes.read(place).value ?? [];
      recorder.note(place, object ? [object] : objects, objects);
      announcer.announce(audience.of(placeSubject(place)));
    },
  });
  const argocd = new ArgoCdSources({
    times,
    instances: listInstances(options),
    onChange: (_instance, application) =>
      announcer.announce(
        application
          ? listSubjects(application, rules).flatMap(one => audience.of(one))
          : audience.all(),
      ),
  });
  const live = new LiveEnvironments({
    argocd,
    kubernetes,
    settings,
    rules,
    onLook: (entity, subjects) => {
      const topic = topicOfEntity(entity, topicOf);
      for (const subject of subjects) audience.join(subject, topic);
    },
  });
  return {
    live,
    track(entities) {
      for (const entity of entities) {
        const binding = bindEntity(entity, rules);
        if (binding.kind === 'bound') live.look(entity, binding, []);
      }
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
