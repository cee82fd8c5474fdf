import { StoryClock } from './clock/createStoryClock';

/** The world's time, in which a story can be told. @public */
export interface Timeline {
  /** Time stands at a moment from now on, and Argo CD looks when `bringAbout` says so. */
  stand(at: Date): void;
  /** It is this moment now, where it is behind the one at which time stands. */
  moveTo(at: Date): void;
  /**
   * What was pushed is brought about, at the speed of the machine: until nothing is
   * to happen for some minutes. Throws where that does not come.
   */
  bringAbout(): Promise<void>;
  /** Time is the machine's again. */
  follow(): void;
}

interface TimelineOptions {
  clock: StoryClock;
  /** What looks at the repositories. */
  argocd: { setPolling(isOn: boolean): void; look(): Promise<void> };
  /** Ends when nothing is being worked on but what waits for the clock. */
  settled(): Promise<void>;
}

const MINUTE = 60_000;
/** Longer than anything of a delivery waits for by itself. */
const QUIET = 5 * MINUTE;
/** Something that takes longer never ends. */
const LIMIT = 120 * MINUTE;

export function createTimeline({
  clock,
  argocd,
  settled,
}: TimelineOptions): Timeline {
  return {
    stand(at) {
      argocd.setPolling(false);
      clock.stand(at.getTime());
    },
    moveTo: at => clock.moveTo(at.getTime()),
    async bringAbout() {
      const end = clock.now() + LIMIT;
      await argocd.look();
      while (clock.fireNext(clock.now() + QUIET)) {
        await settled();
        if (clock.now() > end) {
          const since = new Date(end - LIMIT).toISOString();
          throw new Error(`what was begun at ${since} comes to no end`);
        }
      }
    },
    follow() {
      clock.follow();
      argocd.setPolling(true);
    },
  };
}
