import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod/v4';
import { DeliveryOutcome } from '../delivery/listOutcomes';
import { BackstageClient } from './BackstageClient';

const releasesSchema = z.looseObject({
  releases: z.array(
    z.looseObject({
      environment: z.string(),
      outcome: z.string(),
      to: z.looseObject({ configMap: z.string().optional() }),
    }),
  ),
});

type Releases = z.infer<typeof releasesSchema>['releases'];

interface Options {
  client: BackstageClient;
  component: string;
  /** For the first delivery, for which Backstage has to begin to watch. */
  firstLimitMs: number;
  /** For any other. */
  limitMs: number;
  /** For all of them together. */
  budgetMs: number;
}

const POLL_MS = 100;

/**
 * What Backstage remembers of a component's releases. It looks at the cluster while
 * the story is told, and what it missed it can't learn any more: so it is waited for,
 * but not for ever, as it shows gaps where it has them.
 */
export class ReleaseMemory {
  #left: number;
  #isWatching = false;

  constructor(private readonly options: Options) {
    this.#left = options.budgetMs;
  }

  /** Waits until Backstage remembers how deliveries ended, or the time for that is up. */
  async waitFor(outcomes: readonly DeliveryOutcome[]): Promise<void> {
    if (outcomes.length === 0) {
      // So that it watches when there is something to see.
      await this.#read();
      return;
    }
    const { firstLimitMs, limitMs } = this.options;
    const begun = Date.now();
    const limit = this.#isWatching ? limitMs : firstLimitMs;
    const end = begun + Math.min(limit, this.#left);
    while (Date.now() < end && !(await this.#has(outcomes))) {
      await sleep(POLL_MS);
    }
    // Where the first was waited for in vain, no other is waited for as long.
    this.#isWatching = true;
    this.#left -= Date.now() - begun;
  }

  async #has(outcomes: readonly DeliveryOutcome[]): Promise<boolean> {
    const releases = await this.#read();
    return outcomes.every(outcome =>
      isRemembered(releases, outcome, this.options.component),
    );
  }

  async #read(): Promise<Releases> {
    const { client, component } = this.options;
    const path = `/api/gitops-ml/v1/entities/default/component/${component}`;
    try {
      // It watches from the moment on at which somebody looks.
      if (!this.#isWatching) {
        await client.ask(z.unknown(), `${path}/environments`);
      }
      const answer = await client.ask(releasesSchema, `${path}/releases`);
      return answer?.releases ?? [];
    } catch {
      // While it reads the repository for the first time it may refuse to answer.
      return [];
    }
  }
}

function isRemembered(
  releases: Releases,
  { namespace, outcome, configMaps }: DeliveryOutcome,
  component: string,
): boolean {
  // Not the newest one alone: going back from an aborted release is no release.
  return releases.some(
    release =>
      `${component}-${release.environment}` === namespace &&
      release.outcome === outcome &&
      configMaps.includes(release.to.configMap ?? ''),
  );
}
