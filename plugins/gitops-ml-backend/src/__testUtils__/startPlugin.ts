import { mkdtemp, rm } from 'node:fs/promises';
import { Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import {
  BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  DefaultEventsService,
  EventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { JsonObject } from '@backstage/types';
import {
  Envelope,
  GitopsMlClient,
  GitopsMlLiveClient,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { gitopsMlPlugin } from '../plugin';
import { BareRepository } from './BareRepository';
import { GitServer, serveGit } from './serveGit';

/** The plugin in a test back end, with a Git server on loopback that an integration allows. */
export interface StartedPlugin {
  server: Server;
  forge: GitServer;
  /** Repositories of the forge. */
  fraud: BareRepository;
  secret: BareRepository;
  /** As the test's user. */
  client: GitopsMlClient;
  liveClient: GitopsMlLiveClient;
  events: EventsService;
  /** Messages of signals, newest last. */
  signals: { channel: string; message: JsonObject }[];
  /** Runs the repeated work now. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** What a test may change. */
interface StartOptions {
  entities?: (forgeUrl: string) => Entity[];
  config?: (forgeUrl: string) => JsonObject;
  /** Beside `gitopsMl` and `integrations`. */
  rootConfig?: JsonObject;
  features?: BackendFeature[];
  /** What makes a catalog of the entities; default one in hand. */
  catalog?: (entities: Entity[]) => BackendFeature[];
}

/** An entity that was read from a repository of the forge. */
export function createEntity(
  forgeUrl: string,
  options: {
    name?: string;
    repository?: string;
    annotations?: Record<string, string>;
    owner?: string;
  } = {},
): Entity {
  const { name = 'fraud', repository = 'fraud', annotations } = options;
  const { owner = 'ml-team' } = options;
  const location = `url:${forgeUrl}/ml/${repository}/src/branch/main/catalog-info.yaml`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}`,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
        'gitops-ml/path': '.',
        ...annotations,
      },
    },
    spec: { type: 'ml-service', lifecycle: 'production', owner },
  };
}

/** How tests name an entity. */
export function refOf(name: string) {
  return { kind: 'Component', namespace: 'default', name };
}

const createCatalog = (entities: Entity[]): BackendFeature[] => [
  catalogServiceMock.factory({ entities }),
];

/** Starts everything; `stop` ends it and leaves nothing. */
export async function startPlugin(
  options: StartOptions = {},
): Promise<StartedPlugin> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'gitops-ml-'));
  const repository = (name: string) =>
    new BareRepository(path.join(root, 'forge', 'ml', `${name}.git`));
  const fraud = repository('fraud');
  const secret = repository('secret');
  const forge = await serveGit(path.join(root, 'forge'));
  const events = DefaultEventsService.create({
    logger: mockServices.logger.mock(),
  }).forPlugin('gitops-ml');
  const signals: StartedPlugin['signals'] = [];
  let runTask: () => Promise<void> = async () => {};
  const backend = await startTestBackend({
    features: [
      gitopsMlPlugin,
      mockServices.rootConfig.factory({
        data: {
          ...options.rootConfig,
          integrations: {
            gitea: [{ host: new URL(forge.url).host, baseUrl: forge.url }],
          },
          gitopsMl: {
            mirrors: { directory: path.join(root, 'mirrors') },
            ...options.config?.(forge.url),
          },
        },
      }),
      ...(options.catalog ?? createCatalog)(
        options.entities?.(forge.url) ?? [createEntity(forge.url)],
      ),
      mockServices.scheduler.mock({
        scheduleTask: async ({ id, fn }) => {
          if (id !== 'gitops-ml-refresh') return;
          runTask = async () => fn(new AbortController().signal);
        },
      }).factory,
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => events,
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          publish: async ({ channel, message }) => {
            signals.push({ channel, message });
          },
        }),
      }),
      ...(options.features ?? []),
    ],
  });
  const { server } = backend;
  const access = {
    fetch: { fetch },
    discovery: {
      getBaseUrl: async (id: string) =>
        `http://localhost:${server.port()}/api/${id}`,
    },
  };
  return {
    server,
    forge,
    fraud,
    secret,
    events,
    signals,
    client: new GitopsMlClient(access),
    liveClient: new GitopsMlLiveClient(access),
    tick: () => runTask(),
    stop: async () => {
      await backend.stop();
      await forge.close();
      // A clone that is under way may still write.
      await rm(root, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Asks until the answer is as wanted; fails with the last one. */
export async function until<T>(
  ask: () => Promise<T>,
  isWanted: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    await new Promise(resolve => setTimeout(resolve, 25));
  }
  const last = JSON.stringify(await ask());
  throw new Error(`Not as wanted after a minute: ${last}`);
}

/** Is the index ready, at this commit where one is named? */
export function isReady(commit?: string) {
  return ({ index, revision }: Envelope) =>
    index.status === 'ready' &&
    revision !== undefined &&
    (commit === undefined || revision.oid === commit);
}
