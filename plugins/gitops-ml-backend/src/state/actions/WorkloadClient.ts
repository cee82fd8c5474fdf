import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { MergePatch } from '@gitops-ml/core';
import { objectSchema } from '../../live/kubernetes/contract';
import { KubernetesHttp } from '../../live/kubernetes/KubernetesHttp';
import { Place } from '../../live/kubernetes/KubernetesSources';
import { DEPLOYMENT, pathOfKind, ROLLOUT } from '../../live/kubernetes/kinds';
import { LiveAnswer, LiveFailure } from '../../live/LiveAnswer';
import { WorkloadName } from '../binding/bindWorkloads';

/** One workload of a cluster, read and changed with somebody's credentials. */
export class WorkloadClient {
  readonly #http: KubernetesHttp;
  readonly #cluster: string;
  readonly #path: string;
  readonly #words: string;

  constructor(http: KubernetesHttp, place: Place, workload: WorkloadName) {
    const { kind, namespace, name } = workload;
    this.#http = http;
    this.#cluster = place.cluster;
    this.#words = `${kind} ${namespace}/${name}`;
    const path = pathOfKind(
      kind === 'Rollout' ? ROLLOUT : DEPLOYMENT,
      namespace,
    );
    this.#path = `${path}/${encodeURIComponent(name)}`;
  }

  /** Throws an error of `@backstage/errors` that says why there is none. */
  async read() {
    return this.#unwrap(await this.tryRead());
  }

  async tryRead() {
    return this.#http.send({
      cluster: this.#cluster,
      path: this.#path,
      schema: objectSchema,
    });
  }

  /** With a version, writes only while the object has it; else throws ConflictError. */
  async patch({ subresource, body }: MergePatch, resourceVersion?: string) {
    return this.#unwrap(
      await this.#http.send({
        cluster: this.#cluster,
        path: subresource ? `${this.#path}/${subresource}` : this.#path,
        schema: objectSchema,
        patch: resourceVersion
          ? { ...body, metadata: { resourceVersion } }
          : body,
      }),
    );
  }

  #unwrap<T>(answer: LiveAnswer<T>): T {
    if (answer.ok) return answer.value;
    throw toError(answer.failure, this.#words);
  }
}

function toError({ kind, message }: LiveFailure, words: string): Error {
  switch (kind) {
    case 'absent':
      return new NotFoundError(`${words} is not there`);
    case 'forbidden':
      return new NotAllowedError(`The cluster refuses ${words}: ${message}`);
    case 'conflict':
      return new ConflictError(`${words} has moved on: ${message}`);
    case 'invalid':
      return new InputError(`The cluster refuses the change: ${message}`);
    case 'unreachable':
    case 'not-configured':
    case 'gone':
      return new ServiceUnavailableError(
        `The cluster of ${words} gives no answer: ${message}`,
      );
    default:
      return kind satisfies never;
  }
}
