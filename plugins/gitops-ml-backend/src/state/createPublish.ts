import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import { GITOPS_ML_SIGNAL_CHANNEL } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** Tells all open pages that something about some topics changed; names nothing else. */
export function createPublish(
  signals: SignalsService,
  logger: LoggerService,
): (topics: readonly string[]) => void {
  return topics => {
    for (const topic of topics) {
      signals
        .publish({
          recipients: { type: 'broadcast' },
          channel: GITOPS_ML_SIGNAL_CHANNEL,
          message: { topic },
        })
        .catch(error => logger.warn(`A signal could not be sent: ${error}`));
    }
  };
}
