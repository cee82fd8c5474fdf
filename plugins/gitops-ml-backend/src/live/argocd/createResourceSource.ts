import {
  ArgoCdApplication,
  argoCdApplicationSchema,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { ListWatchSource } from '../ListWatch';
import { createKindSource } from '../kubernetes/createKindSource';
import { KubernetesHttp } from '../kubernetes/KubernetesHttp';
import { Place } from '../kubernetes/KubernetesSources';
import { APPLICATION } from '../kubernetes/kinds';
import { keyOfApplication, slim } from './createApplicationSource';

/** The Applications of an Argo CD as resources of the cluster that it runs in. */
export function createResourceSource(
  http: KubernetesHttp,
  { cluster, namespace }: Place,
): ListWatchSource<ArgoCdApplication> {
  const source = createKindSource({
    http,
    cluster,
    namespace,
    kind: APPLICATION,
  });
  return {
    keyOf: keyOfApplication,
    versionOf: ({ metadata }) => metadata.resourceVersion,
    probe: signal => source.probe(signal),
    async list(signal) {
      const answer = await source.list(signal);
      if (!answer.ok) return answer;
      const items = answer.value.items.flatMap(toApplications);
      return { ok: true, value: { ...answer.value, items } };
    },
    async *watch(resourceVersion, signal) {
      for await (const answer of source.watch(resourceVersion, signal)) {
        if (!answer.ok) yield answer;
        else if (answer.value.type === 'bookmark') {
          yield { ok: true, value: answer.value };
        } else {
          for (const object of toApplications(answer.value.object)) {
            yield { ok: true, value: { ...answer.value, object } };
          }
        }
      }
    },
  };
}

/** One that is no Application, as far as it is read, is left out. */
function toApplications(object: unknown): ArgoCdApplication[] {
  const parsed = argoCdApplicationSchema.safeParse(object);
  return parsed.success ? [slim(parsed.data)] : [];
}
