import { ServerFault } from '../http/FaultyServer';
import {
  faultDescriptions,
  FaultName,
  faultNames,
  isFaultName,
} from './faultNames';

/** A fault, and whether it is switched on. @public */
export interface FaultState {
  name: FaultName;
  description: string;
  isOn: boolean;
}

interface Faulty<T> {
  setFault(fault: T | undefined): Promise<void>;
}

/** Whose faults they are. */
interface FaultyWorld {
  argocd: Faulty<ServerFault | 'token-expired'>;
  cluster: Faulty<ServerFault>;
  forge: Faulty<ServerFault>;
  dvcRemote: Faulty<ServerFault>;
}

/** The switches of a world's faults; all are off at first. @public */
export class WorldFaults {
  readonly #world: FaultyWorld;
  readonly #on = new Set<FaultName>();

  /** @internal */
  constructor(world: FaultyWorld) {
    this.#world = world;
  }

  list(): FaultState[] {
    return faultNames.map(name => ({
      name,
      description: faultDescriptions[name],
      isOn: this.isOn(name),
    }));
  }

  isOn(name: FaultName): boolean {
    return this.#on.has(name);
  }

  /** Resolves once it is so. Throws RangeError for a name that is none. */
  async set(name: string, isOn: boolean): Promise<void> {
    if (!isFaultName(name)) throw new RangeError(`There is no fault ${name}`);
    if (isOn) this.#on.add(name);
    else this.#on.delete(name);
    const { argocd, cluster, forge, dvcRemote } = this.#world;
    await Promise.all([
      argocd.setFault(
        this.#choose('argocd-down', 'argocd-hangs') ??
          (this.isOn('token-expired') ? 'token-expired' : undefined),
      ),
      cluster.setFault(this.#choose('cluster-down', 'cluster-hangs')),
      forge.setFault(this.#choose('forge-down', 'forge-hangs')),
      dvcRemote.setFault(this.#choose('dvc-remote-down', 'dvc-remote-hangs')),
    ]);
  }

  /** Who is not there can't hang. */
  #choose(down: FaultName, hangs: FaultName): ServerFault | undefined {
    if (this.isOn(down)) return 'down';
    return this.isOn(hangs) ? 'hangs' : undefined;
  }
}
