import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  DvcRemoteClient,
  DvcRemoteRule,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { examples } from './action.examples';
import { findRemote, PushRemote } from './findRemote';
import { parseWorkspacePath } from './resolveInside';
import { Tracker } from './Tracker';
import { DEFAULT_TRACK_LIMITS, TrackLimits } from './TrackLimits';

/** What the action `gitops-ml:dvc:track` needs. */
interface DvcTrackActionOptions {
  fetch: typeof fetch;
  /** From `gitopsMl.dvc.remotes`. */
  remotes: readonly DvcRemoteRule[];
  /** Default: 1 GiB and 10,000 files for each path. */
  limits?: TrackLimits;
}

const PUSH_MODES = { true: 'must', false: 'never', undefined: 'may' } as const;

/**
 * `gitops-ml:dvc:track`: puts files and folders of the workspace under DVC.
 * Pointers are computed from the bytes, as `dvc add` would write them; the bytes
 * go to the remote and leave the workspace.
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
      const remote: PushRemote | undefined = input.remoteUrl
        ? { url: input.remoteUrl, method: 'POST' }
        : await findRemote(workspacePath);
      const tracker = new Tracker({
        workspace: workspacePath,
        client: new DvcRemoteClient({
          fetch: options.fetch,
          rules: options.remotes,
        }),
        remote,
        push: PUSH_MODES[`${input.push}`],
        limits: options.limits ?? DEFAULT_TRACK_LIMITS,
        isDryRun: isDryRun ?? false,
        logger,
        signal,
      });
      const pointers = [];
      for (const path of paths) pointers.push(await tracker.track(path));
      ctx.output('pointers', pointers);
    },
  });
}
