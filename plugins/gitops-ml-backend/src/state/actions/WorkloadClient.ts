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

  /**
   * Writes only while the object is what it was; else throws ConflictError. What comes
   * after the first patch is written whatever the object has become: the first one alone
   * makes its controller move it on. A cluster whose Rollouts have no status subresource
   * (before 0.10) gets all in one patch, as from the controller's own plugin.
   * Returns the version in which that left the object.
   */
  async patch(
    patches: readonly MergePatch[],
    resourceVersion: string,
  ): Promise<string | undefined> {
    let written: string | undefined;
    let guard: object = { metadata: { resourceVersion } };
    for (const [index, { subresource, body }] of patches.entries()) {
      const answer = await this.#write({ ...body, ...guard }, subresource);
      if (!answer.ok && answer.failure.kind === 'absent' && subresource) {
        const rest = patches.slice(index).map(patch => patch.body);
        const whole = await this.#write(Object.assign({}, ...rest, guard));
        return this.#unwrap(whole).metadata.resourceVersion;
      }
      written = this.#unwrap(answer).metadata.resourceVersion;
      guard = {};
    }
    return written;
  }

  #write(patch: object, subresource?: string) {
    return this.#http.send({
      cluster: this.#cluster,
      path: subresource ? `${this.#path}/${subresource}` : this.#path,
      schema: objectSchema,
      patch,
    });
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
    case 'too-many':
      return new ServiceUnavailableError(
        `The cluster of ${words} gives no answer: ${message}`,
      );
    default:
      return kind satisfies never;
  }
}
