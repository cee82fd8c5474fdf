import { setTimeout as sleep } from 'node:timers/promises';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { readTimeout } from '../readTimeout';
import { examples } from './action.examples';

/** What the action `gitops-ml:catalog:wait` needs. */
interface CatalogWaitActionOptions {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  /** Between two looks. Default: half a second. */
  intervalMs?: number;
}

const DEFAULT_TIMEOUT = '60s';

/**
 * `gitops-ml:catalog:wait`: ends when the catalog has an entity. `catalog:register`
 * ends when the catalog has taken the location; the entity's page is empty, and
 * stays so until it is opened anew, where somebody follows the task's link sooner.
 */
export function createCatalogWaitAction(options: CatalogWaitActionOptions) {
  const { catalog, intervalMs = 500 } = options;
  return createTemplateAction({
    id: 'gitops-ml:catalog:wait',
    description:
      'Waits until the catalog has an entity that was registered, so that a link to it leads to its page.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z
            .string()
            .describe(
              'The entity, e.g. the output `entityRef` of `catalog:register`.',
            ),
        timeout: z =>
          z
            .string()
            .optional()
            .describe(
              `How long to wait, e.g. \`90s\` or \`5m\`. Default: ${DEFAULT_TIMEOUT}.`,
            ),
      },
    },
    async handler(ctx) {
      const { timeout = DEFAULT_TIMEOUT } = ctx.input;
      const limitMs = readTimeout(timeout);
      const ref = stringifyEntityRef(parseEntityRef(ctx.input.entityRef));
      if (ctx.isDryRun) {
        ctx.logger.info(`Would wait until the catalog has ${ref}`);
        return;
      }
      const end = performance.now() + limitMs;
      const credentials = await ctx.getInitiatorCredentials();
      while (!(await catalog.getEntityByRef(ref, { credentials }))) {
        if (performance.now() >= end) {
          throw new Error(
            `The catalog does not have ${ref} after ${timeout}, or you may not see it. ` +
              'Its location is registered: look at the location for what the catalog says of catalog-info.yaml, then Retry.',
          );
        }
        await sleep(intervalMs, undefined, { signal: ctx.signal });
      }
      ctx.logger.info(`The catalog has ${ref}`);
    },
  });
}
