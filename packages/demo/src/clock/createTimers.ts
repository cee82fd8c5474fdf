import { Clock } from './Clock';

/** A timer for each of some keys. */
export interface Timers {
  /** At a moment of the Unix time, in milliseconds; an earlier one that is set already stays. */
  set(key: string, at: number): void;
  close(): void;
}

/** Runs with a key at the earliest of the moments that were set for it; once for all of them. */
export function createTimers(clock: Clock, run: (key: string) => void): Timers {
  const timers = new Map<string, { at: number; cancel: () => void }>();
  return {
    set(key, at) {
      const waiting = timers.get(key);
      if (waiting && waiting.at <= at) return;
      waiting?.cancel();
      const cancel = clock.setTimer(Math.max(0, at - clock.now()), () => {
        timers.delete(key);
        run(key);
      });
      timers.set(key, { at, cancel });
    },
    close() {
      for (const { cancel } of timers.values()) cancel();
      timers.clear();
    },
  };
}
