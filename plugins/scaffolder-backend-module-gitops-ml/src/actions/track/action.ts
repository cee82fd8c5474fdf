import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  DvcRemoteClient,
  DvcRemoteRule,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { redactUrl } from '@gitops-ml/core';
import { examples } from './action.examples';
import { findRemote, PushRemote } from './findRemote';
import { Target } from './measureTarget';
import { pushObjects, PushResult } from './pushObjects';
import { readTracked } from './readTracked';
import { parseWorkspacePath } from './resolveInside';
import { applyTrack, planTrack } from './trackPath';
import { DEFAULT_TRACK_LIMITS, TrackLimits } from './TrackLimits';

/** @public */
export interface DvcTrackActionOptions {
  fetch: typeof fetch;
  /** From `gitopsMl.dvc.remotes`. */
  remotes: readonly DvcRemoteRule[];
  /** Default: 1 GiB and 10,000 files for each path. */
  limits?: TrackLimits;
}

/** One tracked path, as the action says it. */
interface TrackedPointer {
  path: string;
  md5: string;
  size: number;
  pushed: boolean;
}

/**
 * `gitops-ml:dvc:track`: puts files and folders of the workspace under DVC.
 * Pointers are computed from the bytes, as `dvc add` would write them; the bytes
 * go to the remote and leave the workspace.
 * @public
 */
export function createDvcTrackAction(options: DvcTrackActionOptions) {
  return createTemplateAction({
    id: 'gitops-ml:dvc:track',
    description:
      'Puts files and folders of the workspace under DVC: writes `.dvc` pointers and `.gitignore`, pushes the bytes to the DVC remote where its credentials are configured, and removes them from the workspace.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        paths: z =>
          z
            .array(z.string())
            .min(1)
            .describe('Files and folders of the workspace, e.g. `data/raw`.'),
        remoteUrl: z =>
          z
            .string()
            .optional()
            .describe(
              "The remote's URL. Default: the remote that `core.remote` of `.dvc/config` in the workspace names.",
            ),
        push: z =>
          z
            .boolean()
            .optional()
            .describe(
              'true: fail where the bytes can not be pushed. false: push nothing. Default: push where it is possible, and log what to run where it is not.',
            ),
      },
      output: {
        pointers: z =>
          z
            .array(
              z.object({
                path: z.string().describe('The tracked path.'),
                md5: z
                  .string()
                  .describe('Its md5; with `.dir` at the end for a folder.'),
                size: z.number().describe('Bytes.'),
                pushed: z
                  .boolean()
                  .describe('Whether its bytes are on the remote.'),
              }),
            )
            .describe('One for each path, in the order of the input.'),
      },
    },
    async handler(ctx) {
      const { workspacePath, logger, signal, isDryRun, input } = ctx;
      const paths = input.paths.map(parseWorkspacePath);
      const limits = options.limits ?? DEFAULT_TRACK_LIMITS;
      const remote: PushRemote | undefined = input.remoteUrl
        ? { url: input.remoteUrl, method: 'POST' }
        : await findRemote(workspacePath);
      const client = new DvcRemoteClient({
        fetch: options.fetch,
        rules: options.remotes,
      });

      const push = async (target: Target): Promise<PushResult> => {
        if (input.push === false) return refuse('push is false');
        if (isDryRun) return refuse('this is a dry run');
        if (!remote) return refuse('.dvc/config names no default remote');
        const { objects } = target;
        return pushObjects({ client, remote, objects, signal });
      };

      const pointers: TrackedPointer[] = [];
      for (const path of paths) {
        const target = await planTrack(workspacePath, path, limits);
        if (!target) {
          const known = await findTracked(workspacePath, path, client, remote);
          logger.info(`${path} is under DVC already (${known.md5}).`);
          pointers.push(known);
          continue;
        }
        const { md5, size } = target.pointer;
        // No checkpoint: the remote itself says what is there, also after a Retry.
        const result = await push(target);
        if (!result.pushed && input.push) {
          throw new InputError(
            `The bytes of ${path} can not be pushed to ${describe(remote)}: ${result.reason}`,
          );
        }
        await applyTrack(workspacePath, path, target);
        pointers.push({ path, md5, size, pushed: result.pushed });
        logger.info(describeResult(path, target, result, remote));
      }
      ctx.output('pointers', pointers);
    },
  });
}

function refuse(reason: string): PushResult {
  return { pushed: false, reason };
}

/** A path whose bytes are gone because an earlier run of the step tracked it. */
async function findTracked(
  workspace: string,
  path: string,
  client: DvcRemoteClient,
  remote: PushRemote | undefined,
): Promise<TrackedPointer> {
  const output = await readTracked(workspace, path);
  if (!output?.hash) {
    throw new InputError(
      `The workspace has neither ${path} nor ${path}.dvc; was it fetched?`,
    );
  }
  const answer = remote && (await client.headObject(remote.url, output.hash));
  return {
    path,
    md5: output.hash.value,
    size: output.size ?? 0,
    pushed: answer?.status === 'present',
  };
}

function describe(remote: PushRemote | undefined): string {
  return remote ? redactUrl(remote.url) : 'a remote';
}

function describeResult(
  path: string,
  target: Target,
  result: PushResult,
  remote: PushRemote | undefined,
): string {
  const { md5, size, files } = target.pointer;
  const content = files === undefined ? '' : `, ${files} files`;
  const made = `${path}.dvc: ${md5}, ${size} bytes${content}.`;
  if (!result.pushed) {
    return `${made} Its bytes are not on the remote (${result.reason}). In a clone of the repository run: make data && dvc push`;
  }
  return `${made} On ${describe(remote)}: ${result.sent} pushed, ${result.present} there already.`;
}
