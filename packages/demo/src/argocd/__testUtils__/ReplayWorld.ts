import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTemporaryFolder, removeFolder } from '@gitops-ml/git/testUtils';
import { RunningForge, startForge } from '../../forge/startForge';
import { isSameJson } from '../../json/isSameJson';
import { RunningArgoCd, startArgoCd } from '../startArgoCd';
import { accountNames, PlannedStep } from './plans';
import { comparable, Recording, relocate } from './recordings';

/** A real Argo CD to ask instead of the demo's: all calls then come from one token. */
const { ARGOCD_URL: realUrl, ARGOCD_TOKEN: realToken } = process.env;

/** Why a recorded request is not sent; `undefined` where it is. */
export function whySkipped({
  skip,
  as,
  policy,
}: PlannedStep): string | undefined {
  if (skip || !realUrl) return skip;
  if (as !== 'admin') return 'only one token of the real one is known';
  return policy
    ? 'the policy of the real one is not ours to change'
    : undefined;
}

const fail = (error: unknown) => {
  throw error;
};

/** A forge, and the Argo CD that recorded requests are sent to again. */
export class ReplayWorld {
  private constructor(
    readonly folder: string,
    readonly forge: RunningForge,
    private readonly argoCd: RunningArgoCd | undefined,
  ) {}

  static async start(): Promise<ReplayWorld> {
    const folder = createTemporaryFolder();
    const forge = await startForge({
      directory: path.join(folder, 'forge'),
      port: 0,
      organisations: ['ml'],
      account: { username: 'demo', password: 'demo-password' },
      onError: fail,
    });
    if (realUrl) return new ReplayWorld(folder, forge, undefined);
    const argoCd = await startArgoCd({
      directory: path.join(folder, 'argocd'),
      port: 0,
      accounts: accountNames.map(name => ({
        name,
        password: `${name}-password`,
      })),
      refreshMs: 60_000,
      onError: fail,
    });
    return new ReplayWorld(folder, forge, argoCd);
  }

  async stop(): Promise<void> {
    await this.argoCd?.close();
    await this.forge.close();
    removeFolder(this.folder);
  }

  setPolicy(policy: string): void {
    this.argoCd?.setPolicy(policy);
  }

  async send(
    recording: Pick<Recording, 'label' | 'request'>,
    as: PlannedStep['as'],
  ): Promise<{ status: number; json: unknown }> {
    const { method, path: recordedPath, body } = recording.request;
    const token = this.#tokenFor(recording, as);
    // Two recorded bodies are texts: they were sent as they are.
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const hasBody = method !== 'GET' && body !== null;
    const base = realUrl ?? this.argoCd?.url;
    const response = await fetch(`${base}${this.#relocate(recordedPath)}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: hasBody ? this.#relocate(text) : undefined,
    });
    return { status: response.status, json: await response.json() };
  }

  /** The recorded body, with the repositories where they are here. */
  expectedBody({ response }: Recording): unknown {
    const text = JSON.stringify(response.json ?? null);
    const body: unknown = JSON.parse(this.#relocate(text));
    return comparable(body);
  }

  /** The controller makes the applications of a set a moment after it was registered. */
  async waitUntilSame(recording: Recording, step: PlannedStep): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      const { status, json } = await this.send(recording, step.as);
      const isSame =
        step.otherBody !== undefined ||
        isSameJson(comparable(json), this.expectedBody(recording));
      if (status === recording.response.status && isSame) return;
      await sleep(50);
    }
  }

  #tokenFor(
    { label, request }: Pick<Recording, 'label' | 'request'>,
    as: PlannedStep['as'],
  ): string | undefined {
    if (request.auth === false) return undefined;
    if (label === 'bad-token') return 'not.a.token';
    const token = this.argoCd?.createToken(as) ?? realToken;
    return label === 'forged-token' ? `${token?.slice(0, -6)}AAAAAA` : token;
  }

  #relocate(text: string): string {
    return relocate(text, `${this.forge.url}/ml`);
  }
}
