import { describeFetchError } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { LiveAnswer, LiveFailure } from '../LiveAnswer';
import { clustersSchema } from './contract';
import { describeRefusal, parseJson } from './describeRefusal';

/** How the kubernetes plugin is asked, as ourselves. */
interface DirectoryAccess {
  fetch: typeof fetch;
  getBaseUrl(): Promise<string>;
  getToken(): Promise<string>;
  now?: () => number;
}

const FRESH_MS = 60_000;
const TIMEOUT_MS = 5000;

/** The browser has the token; without it, the proxy hands the cluster whatever token it was called with. */
const CLIENT_SIDE = new Set(['aks', 'google', 'oidc']);

type Providers = ReadonlyMap<string, string | undefined>;

/**
 * Which clusters may be asked by a back end at all.
 * Source: KubernetesRouter and auth/*Strategy of plugin-kubernetes-backend 0.21.
 */
export class ClusterDirectory {
  readonly #access: DirectoryAccess;
  readonly #now: () => number;
  #providers: Promise<LiveAnswer<Providers>> | undefined;
  #askedAt = 0;

  constructor(access: DirectoryAccess) {
    this.#access = access;
    this.#now = access.now ?? Date.now;
  }

  /** Why a cluster must not be asked; `undefined` where it may. Never throws. */
  async refuse(cluster: string): Promise<LiveFailure | undefined> {
    const answer = await this.#look();
    if (!answer.ok) return answer.failure;
    const provider = answer.value.get(cluster);
    return provider !== undefined && CLIENT_SIDE.has(provider)
      ? {
          kind: 'not-configured',
          message: `who asks ${cluster} signs in with a browser (authProvider ${provider}); the back end has no account there`,
        }
      : undefined;
  }

  async #look(): Promise<LiveAnswer<Providers>> {
    if (this.#providers && this.#now() - this.#askedAt < FRESH_MS) {
      return this.#providers;
    }
    this.#askedAt = this.#now();
    this.#providers = this.#ask();
    const answer = await this.#providers;
    if (!answer.ok) this.#providers = undefined;
    return answer;
  }

  async #ask(): Promise<LiveAnswer<Providers>> {
    try {
      const [base, token] = await Promise.all([
        this.#access.getBaseUrl(),
        this.#access.getToken(),
      ]);
      const response = await this.#access.fetch(`${base}/clusters`, {
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${token}`,
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const words = await response.text();
      return response.ok
        ? readProviders(words)
        : { ok: false, failure: describeRefusal(response.status, words) };
    } catch (error) {
      const message = `the kubernetes plugin gives no answer (${describeFetchError(
        error,
      )})`;
      return { ok: false, failure: { kind: 'unreachable', message } };
    }
  }
}

function readProviders(words: string): LiveAnswer<Providers> {
  const parsed = clustersSchema.safeParse(parseJson(words));
  if (!parsed.success) {
    const message = "the kubernetes plugin's list of clusters can't be read";
    return { ok: false, failure: { kind: 'invalid', message } };
  }
  const { items } = parsed.data;
  return {
    ok: true,
    value: new Map(items.map(({ name, authProvider }) => [name, authProvider])),
  };
}
