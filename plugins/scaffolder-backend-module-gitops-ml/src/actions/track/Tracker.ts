import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { DvcRemoteClient } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { redactUrl } from '@gitops-ml/core';
import { PushRemote } from './findRemote';
import { Target } from './measureTarget';
import { pushObjects, PushResult } from './pushObjects';
import { readTracked } from './readTracked';
import { applyTrack, planTrack } from './trackPath';
import { TrackLimits } from './TrackLimits';

/** One tracked path, as the action says it. */
interface TrackedPointer {
  path: string;
  md5: string;
  size: number;
  pushed: boolean;
}

/** What tracking needs to know. */
interface TrackerOptions {
  workspace: string;
  client: DvcRemoteClient;
  /** `undefined` where neither input nor `.dvc/config` names one. */
  remote: PushRemote | undefined;
  /** `must`: fail where the bytes can't be pushed. */
  push: 'must' | 'may' | 'never';
  limits: TrackLimits;
  isDryRun: boolean;
  logger: LoggerService;
  signal?: AbortSignal;
}

/** Puts paths of one workspace under DVC. */
export class Tracker {
  readonly #options: TrackerOptions;

  constructor(options: TrackerOptions) {
    this.#options = options;
  }

  /** Tracks a plain path. One that an earlier run tracked stays as it is. */
  async track(path: string): Promise<TrackedPointer> {
    const { workspace, limits, logger } = this.#options;
    const target = await planTrack(workspace, path, limits);
    if (!target) return this.#findTracked(path);
    const { md5, size } = target.pointer;
    // No checkpoint: the remote itself says what is there, also after a Retry.
    const result = await this.#push(path, target);
    await applyTrack(workspace, path, target);
    logger.info(this.#describe(path, target, result));
    return { path, md5, size, pushed: result.pushed };
  }

  async #push(path: string, target: Target): Promise<PushResult> {
    const result = await this.#tryPush(target);
    if (!result.pushed && this.#options.push === 'must') {
      throw new InputError(
        `The bytes of ${path} can not be pushed to ${this.#remoteName()}: ${
          result.reason
        }`,
      );
    }
    return result;
  }

  async #tryPush({ objects }: Target): Promise<PushResult> {
    const { client, remote, push, isDryRun, signal } = this.#options;
    if (isDryRun) return { pushed: false, reason: 'this is a dry run' };
    if (push === 'never') return { pushed: false, reason: 'push is false' };
    if (!remote) {
      return { pushed: false, reason: '.dvc/config names no default remote' };
    }
    return pushObjects({ client, remote, objects, signal });
  }

  /** A path whose bytes are gone because an earlier run of the step tracked it. */
  async #findTracked(path: string): Promise<TrackedPointer> {
    const { workspace, client, remote, logger, signal } = this.#options;
    const output = await readTracked(workspace, path);
    if (!output?.hash) {
      throw new InputError(
        `The workspace has neither ${path} nor ${path}.dvc; was it fetched?`,
      );
    }
    const { hash, size = 0 } = output;
    const answer =
      remote && (await client.headObject(remote.url, hash, signal));
    const pushed = answer?.status === 'present';
    logger.info(`${path} is under DVC already (${hash.value}).`);
    return { path, md5: hash.value, size, pushed };
  }

  #remoteName(): string {
    const { remote } = this.#options;
    return remote ? redactUrl(remote.url) : 'a remote';
  }

  #describe(path: string, target: Target, result: PushResult): string {
    const { md5, size, files } = target.pointer;
    const content = files === undefined ? '' : `, ${files} files`;
    const made = `${path}.dvc: ${md5}, ${size} bytes${content}.`;
    return result.pushed
      ? `${made} On ${this.#remoteName()}: ${result.sent} pushed, ${
          result.present
        } there already.`
      : `${made} Its bytes are not on the remote (${result.reason}). In a clone of the repository run: make data && dvc push`;
  }
}
