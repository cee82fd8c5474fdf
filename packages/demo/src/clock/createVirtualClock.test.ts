import { createVirtualClock } from './createVirtualClock';

describe('createVirtualClock', () => {
  it('fires what falls due, in its order and at its own moment', () => {
    const clock = createVirtualClock(1000);
    const fired: [string, number][] = [];
    const note = (name: string) => () => fired.push([name, clock.now()]);
    clock.setTimer(20, note('second'));
    clock.setTimer(10, note('first'));
    clock.setTimer(20, note('third'));
    clock.setTimer(31, note('later'));
    clock.advance(30);
    expect(fired).toEqual([
      ['first', 1010],
      ['second', 1020],
      ['third', 1020],
    ]);
    expect(clock.now()).toBe(1030);
  });

  it('fires a timer that was set meanwhile', () => {
    const clock = createVirtualClock(0);
    const fired: number[] = [];
    const again = () => {
      fired.push(clock.now());
      clock.setTimer(10, again);
    };
    clock.setTimer(10, again);
    clock.advance(35);
    expect(fired).toEqual([10, 20, 30]);
  });

  it('does not fire what was taken back', () => {
    const clock = createVirtualClock(0);
    const run = jest.fn();
    clock.setTimer(10, run)();
    clock.advance(20);
    expect(run).not.toHaveBeenCalled();
  });

  it('waits for promises between timers', async () => {
    const clock = createVirtualClock(0);
    const fired: number[] = [];
    const measure = async () => {
      await Promise.resolve();
      fired.push(clock.now());
      if (fired.length < 3) clock.setTimer(10, measure);
    };
    clock.setTimer(10, measure);
    await clock.advanceSettled(100);
    expect(fired).toEqual([10, 20, 30]);
    expect(clock.now()).toBe(100);
  });
});
