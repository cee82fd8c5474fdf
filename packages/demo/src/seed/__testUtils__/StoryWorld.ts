import path from 'node:path';
import {
  createTemporaryFolder,
  removeFolder,
  TestRepository,
} from '@gitops-ml/git/testUtils';
import { parse } from 'yaml';
import { pushTo } from '../../argocd/__testUtils__/pushTo';
import { KindName } from '../../cluster/kinds';
import {
  HookReceiver,
  receiveHooks,
} from '../../forge/__testUtils__/receiveHooks';
import {
  startWorld,
  World,
  worldAccount,
  worldOrganisation,
} from '../../world';
import { ENVIRONMENTS } from '../backstage/taskValues';
import { deployStory } from '../delivery/deployStory';
import { DvcObjects } from '../repository/DvcObjects';
import { deleteRepository } from '../repository/forgeApi';
import { GitFolder } from '../repository/GitFolder';
import { Story } from '../story/Story';
import { toDate } from '../story/toDate';
import { createRepository } from './seedRepository';

const NAME = 'fraud-detector';
const TEMPLATE = path.resolve(
  __dirname,
  '../../../../../templates/ml-monorepo',
);
const anyPorts = { forge: 0, argocd: 0, dvcRemote: 0, cluster: 0 };

/** The demo's world without Backstage: what the template's task does is done here. */
export class StoryWorld {
  readonly folder = createTemporaryFolder();
  readonly errors: unknown[] = [];
  #backstage: HookReceiver | undefined;
  #world: World | undefined;
  #ports = anyPorts;
  #repository: TestRepository | undefined;

  async start(): Promise<void> {
    this.#backstage ??= await receiveHooks();
    this.#world = await startWorld({
      directory: path.join(this.folder, 'world'),
      ports: this.#ports,
      backstageUrl: this.#backstage.url,
      webhookSecret: 'hook-secret',
      onError: (server, error) => this.errors.push([server, error]),
    });
    const { forge, argocd, dvcRemote, cluster } = this.world.urls;
    const portOf = (url: string) => Number(new URL(url).port);
    this.#ports = {
      forge: portOf(forge),
      argocd: portOf(argocd),
      dvcRemote: portOf(dvcRemote),
      cluster: portOf(cluster),
    };
  }

  get world(): World {
    if (!this.#world) throw new Error('the world was not started');
    return this.#world;
  }

  async stop(): Promise<void> {
    await this.#world?.close();
  }

  async remove(): Promise<void> {
    await this.stop();
    await this.#backstage?.close();
    removeFolder(this.folder);
  }

  /** Does what the template's task does; a second time in the place of the first. */
  async create(): Promise<void> {
    const { forge, dvcRemote } = this.world.urls;
    this.#repository ??= await createRepository(this.folder, TEMPLATE, {
      dvcRemoteUrl: `${dvcRemote}/${NAME}`,
      cloneUrl: `${forge}/ml/${NAME}.git`,
      objects: this.#objects(),
    });
    await deleteRepository({
      ...worldAccount,
      url: forge,
      organisation: worldOrganisation,
      name: NAME,
    });
    await pushTo(this.#repository, { url: forge }, NAME);
    await this.#register();
  }

  /** Registers the repository with Argo CD, as its own files say. */
  async #register(): Promise<void> {
    const { forge } = this.world.urls;
    const set = await fetch(
      `${forge}/ml/${NAME}/raw/branch/main/argocd/demo/applicationset.yaml`,
    );
    await this.#post('projects', {
      project: {
        metadata: { name: `ml-${NAME}` },
        spec: {
          sourceRepos: [`${forge}/ml/${NAME}.git`],
          destinations: ENVIRONMENTS.map(environment => ({
            name: 'in-cluster',
            namespace: `${NAME}-${environment}`,
          })),
          clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
        },
      },
    });
    await this.#post('applicationsets', parse(await set.text()));
  }

  /** Tells a story; time then stands at its end. Answers each step's commit. */
  async tell(story: Story, now: Date): Promise<Map<string, string>> {
    this.world.timeline.stand(toDate(story.beginning, now));
    await this.create();
    const clone = path.join(this.folder, 'clone');
    removeFolder(clone);
    const url = `${this.world.urls.forge}/ml/${NAME}.git`;
    return deployStory(
      {
        story,
        folder: await GitFolder.clone(url, clone),
        objects: this.#objects(),
        artifact: NAME,
        now,
        say: () => {},
      },
      {
        pushUrl: url.replace('//', '//demo:demo-password@'),
        timeline: this.world.timeline,
      },
    );
  }

  get(kind: KindName, environment: string, name: string) {
    return this.world.store.get(kind, `${NAME}-${environment}`, name);
  }

  list(kind: KindName, environment: string) {
    return this.world.store.list(kind, { namespace: `${NAME}-${environment}` });
  }

  #objects(): DvcObjects {
    const url = `${this.world.urls.dvcRemote}/${NAME}`;
    return new DvcObjects({ ...worldAccount, url });
  }

  async #post(resource: string, body: unknown): Promise<void> {
    const { urls, argocdToken } = this.world;
    const response = await fetch(`${urls.argocd}/api/v1/${resource}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${argocdToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${resource}: ${text}`);
  }
}
