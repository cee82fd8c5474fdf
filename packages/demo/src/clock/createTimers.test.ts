import { createTimers } from './createTimers';
import { createVirtualClock } from './createVirtualClock';

function start() {
  const clock = createVirtualClock(1000);
  const ran: [key: string, at: number][] = [];
  const timers = createTimers(clock, key => ran.push([key, clock.now()]));
  return { clock, timers, ran };
}

describe('createTimers', () => {
  it('runs once, at the earliest of the moments', () => {
    const { clock, timers, ran } = start();
    timers.set('a', 1300);
    timers.set('a', 1100);
    timers.set('a', 1200);
    clock.advance(1000);
    expect(ran).toEqual([['a', 1100]]);
  });

  it('keeps keys apart, in the order in which they were set', () => {
    const { clock, timers, ran } = start();
    timers.set('a', 1200);
    timers.set('b', 1000);
    timers.set('c', 1000);
    clock.advance(1000);
    expect(ran.map(([key]) => key)).toEqual(['b', 'c', 'a']);
  });

  it('runs at once, and not before what is being done, for a moment that is past', () => {
    const { clock, timers, ran } = start();
    timers.set('a', 0);
    expect(ran).toEqual([]);
    clock.advance(0);
    expect(ran).toEqual([['a', 1000]]);
  });

  it('can be set again while it runs', () => {
    const clock = createVirtualClock(0);
    const ran: number[] = [];
    const timers = createTimers(clock, key => {
      ran.push(clock.now());
      timers.set(key, clock.now() + 10);
    });
    timers.set('a', 0);
    clock.advance(25);
    expect(ran).toEqual([0, 10, 20]);
  });

  it('runs nothing after it was closed', () => {
    const { clock, timers, ran } = start();
    timers.set('a', 1100);
    timers.close();
    clock.advance(1000);
    expect(ran).toEqual([]);
  });
});
