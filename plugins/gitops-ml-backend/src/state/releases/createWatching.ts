import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  EnvironmentTools,
  loadEnvironments,
} from '../environments/loadEnvironments';

/** Looks at the environments of entities whether somebody has their page open or not: what runs is kept. */
export function createWatching({
  tools,
  logger,
  track,
}: {
  tools: EnvironmentTools;
  logger: LoggerService;
  track: (entities: readonly Entity[]) => void;
}): (entities: readonly Entity[]) => void {
  let running: Promise<void> | undefined;
  const lookAtAll = async (entities: readonly Entity[]) => {
    for (const entity of entities) {
      await loadEnvironments(tools, entity).catch(error =>
        logger.warn(
          `What runs of ${entity.metadata.name} could not be kept: ${error}`,
        ),
      );
    }
  };
  return entities => {
    track(entities);
    running ??= lookAtAll(entities).finally(() => {
      running = undefined;
    });
  };
}
