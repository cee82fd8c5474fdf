import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { RepositoryKeeper } from '../../index/tracking/RepositoryKeeper';
import { bindEntity, BindingRules } from '../binding/bindEntity';
import { topicOfEntity, TopicOf } from '../createTopics';
import { discoverEntities } from './discoverEntities';

/** The repeated work: finds the entities, and looks at the repositories that are due. */
export function createTracking(options: {
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  catalog: Pick<CatalogService, 'queryEntities'>;
  keeper: Pick<RepositoryKeeper, 'setWanted' | 'refreshDue'>;
  logger: LoggerService;
  rules: BindingRules;
  topicOf: TopicOf;
  /** Looks at what runs of these entities. */
  track: (entities: readonly Entity[]) => void;
}): () => Promise<void> {
  const { auth, catalog, keeper, logger, rules, topicOf, track } = options;
  return async () => {
    try {
      const entities = await discoverEntities(catalog, auth);
      track(entities);
      await keeper.setWanted(
        entities.flatMap(entity => {
          const binding = bindEntity(entity, rules);
          return binding.kind === 'bound'
            ? [
                {
                  repository: binding.repository,
                  topic: topicOfEntity(entity, topicOf),
                },
              ]
            : [];
        }),
      );
    } catch (error) {
      // The repositories that are known are looked at all the same.
      logger.warn(`The catalog could not be asked for entities: ${error}`);
    }
    keeper.refreshDue();
  };
}
