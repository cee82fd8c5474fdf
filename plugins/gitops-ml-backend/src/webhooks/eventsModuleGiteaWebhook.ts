import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { HttpPostIngressOptions } from '@backstage/plugin-events-node';
import { eventsExtensionPoint } from '@backstage/plugin-events-node/alpha';
import { isSignedBy } from './isSignedBy';

const SECRET = 'events.modules.gitea.webhookSecret';

/**
 * Takes Gitea's webhooks at `/api/events/http/gitea` and publishes them under the
 * topic `gitea`: those signed with `events.modules.gitea.webhookSecret`, and
 * none where no secret is configured.
 * @public
 */
export const eventsModuleGiteaWebhook = createBackendModule({
  pluginId: 'events',
  moduleId: 'gitea-webhook',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        events: eventsExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ config, events, logger }) {
        const secret = config.getOptionalString(SECRET);
        if (!secret) {
          logger.warn(`Webhooks of Gitea are refused: ${SECRET} is not set`);
        }
        events.addHttpPostIngress({
          topic: 'gitea',
          validator: createValidator(secret),
        });
      },
    });
  },
});

function createValidator(
  secret: string | undefined,
): HttpPostIngressOptions['validator'] {
  return async ({ headers, raw }, context) => {
    const signature = headers['x-gitea-signature'];
    if (
      secret &&
      typeof signature === 'string' &&
      isSignedBy(secret, raw.body, signature)
    ) {
      return;
    }
    context.reject({ status: 403, payload: { message: 'invalid signature' } });
  };
}
