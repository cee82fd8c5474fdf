import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { gitopsMlPermissions } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  DvcRemoteClient,
  gitopsMlReadersExtensionPoint,
  readArgoCdInstances,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { requireGit } from '@gitops-ml/git';
import { createRouter } from './api/createRouter';
import { createDeliveryRoutes } from './api/delivery/createDeliveryRoutes';
import { createEnvironmentRoutes } from './api/environments/createEnvironmentRoutes';
import { createTemplateRoutes } from './api/template/createTemplateRoutes';
import { readGitopsMlSettings } from './config/readGitopsMlSettings';
import { readLiveSettings } from './config/readLiveSettings';
import { listForges } from './forge/forges';
import { createLoadForgeSecret } from './forge/loadForgeSecret';
import { parseRepoUrl } from './forge/parseRepoUrl';
import { probeRepository } from './git/probeRepository';
import { createIndexServices } from './index/createIndexServices';
import { createOpenKubernetes } from './live/kubernetes/createOpenKubernetes';
import { PushedChecks } from './live/dvcRemote/PushedChecks';
import { DeliveryActions } from './state/actions/DeliveryActions';
import { createPublish } from './state/createPublish';
import { createTopics, topicOfEntity } from './state/createTopics';
import { DeliveryEvents } from './state/deliveries/DeliveryEvents';
import { createDeclareEnvironments } from './state/environments/createDeclareEnvironments';
import { PartHistory } from './state/environments/PartHistory';
import { StateTuples } from './state/environments/StateTuples';
import { loadTimelines } from './state/history/loadTimelines';
import { TimelineCache } from './state/history/TimelineCache';
import { ReleaseLog } from './state/releases/ReleaseLog';
import { ReleaseWatcher } from './state/releases/ReleaseWatcher';
import { createLiveServices } from './state/live/createLiveServices';
import {
  collectPushedUrls,
  PUSH_TOPICS,
} from './state/tracking/collectPushedUrls';
import { createTracking } from './state/tracking/createTracking';
import { RevisionViews } from './state/views/RevisionViews';

/**
 * Mirrors, reads and indexes the ML repositories of catalog entities, and
 * answers what is in them.
 * @public
 */
export const gitopsMlPlugin = createBackendPlugin({
  pluginId: 'gitops-ml',
  register(env) {
    const readerModules: string[] = [];
    env.registerExtensionPoint(gitopsMlReadersExtensionPoint, {
      addReaderModule: modulePath => {
        readerModules.push(modulePath);
      },
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        databaseService: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { auth, catalog, config, logger } = deps;
        deps.permissionsRegistry.addPermissions(gitopsMlPermissions);
        await requireGit();
        const settings = readGitopsMlSettings(config);
        const database = await deps.databaseService.getClient();
        if (!deps.databaseService.migrations?.skip) {
          await database.migrate.latest({
            directory: resolvePackagePath(
              '@gitops-ml/backstage-plugin-gitops-ml-backend',
              'migrations',
            ),
          });
        }
        const integrations = ScmIntegrations.fromConfig(config);
        const forges = listForges(integrations);
        const rules = { forges, allow: settings.allowRepositories };
        const loadSecret = createLoadForgeSecret(integrations);
        const topicOf = await createTopics(database);
        const publish = createPublish(deps.signals, logger);
        const argocdInstances = readArgoCdInstances(config);
        const { keeper, reader, close } = await createIndexServices({
          ...settings,
          database,
          logger,
          forges,
          loadSecret,
          readerModules,
          publish,
        });
        const pushed = new PushedChecks({
          client: new DvcRemoteClient({ fetch, rules: settings.dvcRemotes }),
          onChange: key => keeper.announce(key),
        });
        const events = new DeliveryEvents(database);
        const openKubernetes = createOpenKubernetes(deps);
        const releases = new ReleaseLog(database, settings);
        const { live, ...liveServices } = createLiveServices({
          http: openKubernetes(() => auth.getOwnServiceCredentials()),
          instances: argocdInstances,
          settings: readLiveSettings(config),
          rules,
          events,
          logger,
          topicOf,
          publish,
        });
        const revisions = new RevisionViews({
          database,
          keeper,
          reader,
          timelines: new TimelineCache(key => loadTimelines(database, key)),
          rules,
          topicOf,
        });
        const tuples = new StateTuples();
        const liveTools = {
          revisions,
          live,
          events,
          declare: createDeclareEnvironments(forges),
          tuples,
        };
        const environmentTools = {
          ...liveTools,
          history: new PartHistory(tuples),
          forges,
          releases,
        };
        const watcher = new ReleaseWatcher({
          tools: { ...environmentTools, sightings: liveServices.sightings },
          recorder: liveServices.recorder,
          logger,
          onAdded: entity => publish([topicOfEntity(entity, topicOf)]),
        });
        liveServices.follow(watcher);
        deps.httpRouter.use(
          createEnvironmentRoutes({ gate: deps, tools: environmentTools }),
        );
        deps.httpRouter.use(
          createRouter({ gate: deps, tools: { revisions, pushed, liveTools } }),
        );
        deps.httpRouter.use(
          createDeliveryRoutes({
            gate: {
              ...deps,
              openKubernetes: async request => {
                const user = await deps.httpAuth.credentials(request);
                return openKubernetes(async () => user);
              },
            },
            tools: liveTools,
            actions: new DeliveryActions(liveTools),
          }),
        );
        deps.httpRouter.use(
          createTemplateRoutes({
            gate: deps,
            names: {
              argocdInstances: argocdInstances.map(({ name }) => name),
              dvcRemotes: settings.dvcRemotes.map(rule => rule.urlPrefix),
            },
            sources: {
              // A name is taken for everybody, also by an entity that the user may not see.
              hasEntity: async ref =>
                (await catalog.getEntityByRef(ref, {
                  credentials: await auth.getOwnServiceCredentials(),
                })) !== undefined,
              findRepository: repoUrl => parseRepoUrl(repoUrl, forges),
              probe: repository => probeRepository(repository, loadSecret),
            },
          }),
        );
        await deps.events.subscribe({
          id: 'gitops-ml',
          topics: PUSH_TOPICS,
          onEvent: async ({ eventPayload }) =>
            keeper.pushed(collectPushedUrls(eventPayload)),
        });
        await deps.scheduler.scheduleTask({
          id: 'gitops-ml-retention',
          frequency: { hours: 6 },
          timeout: { minutes: 5 },
          fn: async () => {
            await events.deleteOlderThan(settings.retentionMs);
            await releases.deleteOlderThan(settings.retentionMs);
          },
        });
        await deps.scheduler.scheduleTask({
          id: 'gitops-ml-refresh',
          scope: 'local',
          frequency: { milliseconds: settings.refreshMs },
          timeout: { minutes: 5 },
          initialDelay: { seconds: 2 },
          fn: createTracking({
            ...deps,
            keeper,
            rules,
            topicOf,
            track: entities => {
              watcher.follow(entities);
              liveServices.forgetUnwanted();
            },
          }),
        });
        deps.lifecycle.addShutdownHook(async () => {
          pushed.close();
          watcher.close();
          liveServices.close();
          await close();
        });
      },
    });
  },
});
