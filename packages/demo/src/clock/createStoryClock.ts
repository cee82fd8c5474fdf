import { Clock } from './Clock';

interface Timer {
  /** Milliseconds of the Unix time. */
  at: number;
  /** Of two timers for the same moment the earlier set one fires first. */
  order: number;
  run: () => void;
  /** Takes it back from the clock that this one follows. */
  disarm: () => void;
}

/** A clock that follows another, until it is stopped to tell of the past. */
export interface StoryClock extends Clock {
  /** Stands at a moment from now on: no timer fires by itself. */
  stand(at: number): void;
  /** Moves on without firing what falls due on the way, as a machine that slept; never back. */
  moveTo(at: number): void;
  /** Moves to the earliest timer that falls due until then, and fires it. @returns whether there was one */
  fireNext(until: number): boolean;
  /** Follows the other clock again; what fell due meanwhile fires at once. */
  follow(): void;
}

/** A clock that follows `source` and can be stopped. */
export function createStoryClock(source: Clock): StoryClock {
  const timers = new Set<Timer>();
  let order = 0;
  /** Where it stands; nowhere while it follows. */
  let time: number | undefined;

  const now = () => time ?? source.now();
  const fire = (timer: Timer) => {
    timers.delete(timer);
    timer.run();
  };
  const arm = (timer: Timer) => {
    const delay = Math.max(0, timer.at - source.now());
    timer.disarm = source.setTimer(delay, () => fire(timer));
  };
  const findNext = (): Timer | undefined =>
    [...timers].sort((a, b) => a.at - b.at || a.order - b.order)[0];

  return {
    now,
    setTimer(delayMs, run) {
      order += 1;
      const at = now() + Math.max(0, delayMs);
      const timer: Timer = { at, order, run, disarm: () => {} };
      timers.add(timer);
      if (time === undefined) arm(timer);
      return () => {
        timers.delete(timer);
        timer.disarm();
      };
    },
    stand(at) {
      const shift = at - now();
      for (const timer of timers) {
        timer.disarm();
        // It is as far away as it was.
        timer.at += shift;
      }
      time = at;
    },
    moveTo(at) {
      time = Math.max(now(), at);
    },
    fireNext(until) {
      const next = findNext();
      if (!next || next.at > until) return false;
      time = Math.max(now(), next.at);
      fire(next);
      return true;
    },
    follow() {
      if (time === undefined) return;
      time = undefined;
      for (const timer of timers) arm(timer);
    },
  };
}
