import { test } from 'node:test';

/** A test that goes on where the one before it ended, and not where that one failed. */
export function createGoOn() {
  let broken;
  return (title, perform) =>
    test(title, async context => {
      if (broken) {
        context.skip(`not reached: ${broken}`);
        return;
      }
      broken = title;
      await perform();
      broken = undefined;
    });
}
