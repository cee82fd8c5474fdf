import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createTemporaryFolder,
  removeFolder,
  TestRepository,
} from '@gitops-ml/git/testUtils';
import { Clock } from '../../clock/Clock';
import { createSystemClock } from '../../clock/createSystemClock';
import { ClusterStore } from '../../cluster/ClusterStore';
import { RunningForge, startForge } from '../../forge/startForge';
import { isSameJson } from '../../json/isSameJson';
import { RunningArgoCd, startArgoCd } from '../startArgoCd';
import { pushTo } from './pushTo';

type Files = Record<string, string | undefined>;

/** An Argo CD, a forge with the repository `ml/churn`, and the project `ml-churn` for it. */
export class TestArgoCd {
  argoCd: RunningArgoCd | undefined;

  private constructor(
    readonly folder: string,
    private readonly forge: RunningForge,
    private readonly repository: TestRepository,
    /** What went wrong inside, which must be nothing. */
    readonly errors: unknown[],
    /** What is deployed to, where something is. */
    readonly store: ClusterStore | undefined,
    readonly clock: Clock,
  ) {}

  static async start(
    files: Files,
    store?: ClusterStore,
    clock = createSystemClock(),
  ): Promise<TestArgoCd> {
    const folder = createTemporaryFolder();
    const errors: unknown[] = [];
    const forge = await startForge({
      directory: path.join(folder, 'forge'),
      port: 0,
      organisations: ['ml'],
      account: { username: 'demo', password: 'demo-password' },
      onError: error => errors.push(error),
    });
    const repository = new TestRepository(path.join(folder, 'churn'));
    repository.commit('first', files);
    await pushTo(repository, forge, 'churn');
    const world = new TestArgoCd(
      folder,
      forge,
      repository,
      errors,
      store,
      clock,
    );
    await world.startArgoCd(0);
    await world.call('POST', '/projects', {
      project: {
        metadata: { name: 'ml-churn' },
        spec: {
          sourceRepos: [world.repoURL],
          destinations: [{ name: 'in-cluster', namespace: 'churn-*' }],
          clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
        },
      },
    });
    return world;
  }

  get url(): string {
    return this.argoCd?.url ?? '';
  }

  get forgeUrl(): string {
    return this.forge.url;
  }

  get repoURL(): string {
    return `${this.forge.url}/ml/churn.git`;
  }

  async restart(): Promise<void> {
    const port = this.argoCd?.port ?? 0;
    await this.argoCd?.close();
    await this.startArgoCd(port);
  }

  async stop(): Promise<void> {
    await this.argoCd?.close();
    await this.forge.close();
    removeFolder(this.folder);
  }

  async call(
    method: string,
    url: string,
    body?: unknown,
    token = this.argoCd?.createToken('admin'),
  ) {
    const response = await fetch(`${this.url}/api/v1${url}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, json: await response.json() };
  }

  /** Pushes, and says so as a forge does. */
  async push(files: Files): Promise<void> {
    this.repository.commit('change', files);
    await pushTo(this.repository, this.forge, 'churn');
    await fetch(`${this.url}/api/webhook`, {
      method: 'POST',
      headers: { 'x-gitea-event': 'push' },
      body: JSON.stringify({ repository: { clone_url: this.repoURL } }),
    });
  }

  private async startArgoCd(port: number): Promise<void> {
    this.argoCd = await startArgoCd({
      directory: path.join(this.folder, 'argocd'),
      port,
      accounts: [
        { name: 'backstage', token: 'known-token' },
        { name: 'admin', password: 'admin-password' },
      ],
      refreshMs: 60_000,
      store: this.store,
      clock: this.clock,
      waveDelayMs: 0,
      onError: error => this.errors.push(error),
    });
  }
}

/** Reads until it is as expected, or gives what it is after half a minute. */
export async function readUntil<T>(
  expected: T,
  read: () => Promise<T>,
): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const value = await read();
    if (isSameJson(value, expected)) return value;
    await sleep(50);
  }
  return read();
}
