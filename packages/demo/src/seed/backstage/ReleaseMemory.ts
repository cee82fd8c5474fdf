import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod/v4';
import { DeliveryOutcome } from '../delivery/listOutcomes';
import { BackstageClient } from './BackstageClient';

const releasesSchema = z.looseObject({
  /** Newest first. */
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
  /** For one delivery. */
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

  constructor(private readonly options: Options) {
    this.#left = options.budgetMs;
  }

  /** Waits until Backstage remembers how deliveries ended, or the time for that is up. */
  async waitFor(outcomes: readonly DeliveryOutcome[]): Promise<void> {
    const begun = Date.now();
    const end = begun + Math.min(this.options.limitMs, this.#left);
    while (Date.now() < end && !(await this.#has(outcomes))) {
      await sleep(POLL_MS);
    }
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
    const path = `/api/gitops-ml/v1/entities/default/component/${component}/releases`;
    // While it reads the repository for the first time it may refuse to answer.
    const answer = await client
      .ask(releasesSchema, path)
      .catch(() => undefined);
    return answer?.releases ?? [];
  }
}

function isRemembered(
  releases: Releases,
  { namespace, outcome, configMaps }: DeliveryOutcome,
  component: string,
): boolean {
  const newest = releases.find(
    ({ environment }) => `${component}-${environment}` === namespace,
  );
  return (
    newest?.outcome === outcome &&
    configMaps.includes(newest.to.configMap ?? '')
  );
}
