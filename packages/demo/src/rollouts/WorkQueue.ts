import { Clock } from '../clock/Clock';

/** Names of objects to look at, each once at a time. */
export interface WorkQueue {
  add(key: string): void;
  /** At the earliest of the moments asked for, in milliseconds of the Unix time. */
  addAt(key: string, at: number): void;
  close(): void;
}

/** What is added is worked on after what is being done now, in its order. */
export function createWorkQueue(
  clock: Clock,
  work: (key: string) => void,
): WorkQueue {
  const timers = new Map<string, { at: number; cancel: () => void }>();

  const addAt = (key: string, at: number) => {
    const waiting = timers.get(key);
    if (waiting && waiting.at <= at) return;
    waiting?.cancel();
    const cancel = clock.setTimer(Math.max(0, at - clock.now()), () => {
      timers.delete(key);
      work(key);
    });
    timers.set(key, { at, cancel });
  };
  return {
    add: key => addAt(key, clock.now()),
    addAt,
    close() {
      for (const { cancel } of timers.values()) cancel();
      timers.clear();
    },
  };
}
