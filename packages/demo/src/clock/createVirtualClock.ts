import { Clock } from './Clock';

interface Timer {
  at: number;
  /** Of two timers for the same moment the earlier set one fires first. */
  order: number;
  run: () => void;
}

/** A clock that stands still until it is told to move on. */
export interface VirtualClock extends Clock {
  /** Moves on, firing each timer that falls due at its own moment, also those set meanwhile. */
  advance(milliseconds: number): void;
  /** As `advance`, and lets promises settle before and after each timer: for controllers that await. */
  advanceSettled(milliseconds: number): Promise<void>;
}

const settle = () => new Promise<void>(resolve => setImmediate(resolve));

/** A clock that starts at a moment of the Unix time, in milliseconds. */
export function createVirtualClock(startMs: number): VirtualClock {
  const timers = new Set<Timer>();
  let time = startMs;
  let order = 0;

  const takeDue = (end: number): Timer | undefined => {
    const due = [...timers]
      .filter(timer => timer.at <= end)
      .sort((a, b) => a.at - b.at || a.order - b.order)[0];
    if (due) timers.delete(due);
    return due;
  };
  const fire = (timer: Timer) => {
    time = Math.max(time, timer.at);
    timer.run();
  };

  return {
    now: () => time,
    setTimer(delayMs, run) {
      order += 1;
      const timer: Timer = { at: time + Math.max(0, delayMs), order, run };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    advance(milliseconds) {
      const end = time + milliseconds;
      for (let due = takeDue(end); due; due = takeDue(end)) fire(due);
      time = end;
    },
    async advanceSettled(milliseconds) {
      const end = time + milliseconds;
      await settle();
      for (let due = takeDue(end); due; due = takeDue(end)) {
        fire(due);
        await settle();
      }
      time = end;
    },
  };
}
