import { secondsSince } from '../lib/seconds.mjs';

/** Says what is being done, and afterwards where the time went. */
export function createLaps(say = console.log) {
  const started = Date.now();
  const done = [];
  let current;
  const finish = () => {
    if (current) done.push(`${current.title} ${secondsSince(current.started)}`);
  };
  return {
    begin(title) {
      finish();
      current = { title, started: Date.now() };
      say(`${title} …`);
    },
    /** Ends the last lap. */
    report() {
      finish();
      current = undefined;
      return `ready after ${secondsSince(started)} (${done.join(', ')})`;
    },
  };
}
