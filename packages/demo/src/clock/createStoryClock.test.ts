import { createStoryClock } from './createStoryClock';
import { createVirtualClock } from './createVirtualClock';

const today = Date.parse('2026-11-21T10:00:00Z');
const hour = 60 * 60_000;

function createClocks() {
  const source = createVirtualClock(today);
  const clock = createStoryClock(source);
  const fired: string[] = [];
  const setTimer = (name: string, delayMs: number) =>
    clock.setTimer(delayMs, () => fired.push(`${name} ${clock.now() - today}`));
  return { source, clock, fired, setTimer };
}

it('follows the other clock', () => {
  const { source, clock, fired, setTimer } = createClocks();
  setTimer('a', 100);
  source.advance(150);
  expect(clock.now()).toBe(today + 150);
  expect(fired).toEqual(['a 100']);
});

it('stands where it is put, and fires what falls due there when it is told to', () => {
  const { source, clock, fired, setTimer } = createClocks();
  clock.stand(today - 2 * hour);
  setTimer('late', 200);
  setTimer('early', 100);
  source.advance(hour);
  expect(clock.now()).toBe(today - 2 * hour);
  expect(fired).toEqual([]);
  const until = today - 2 * hour + 150;
  expect(clock.fireNext(until)).toBe(true);
  expect(clock.fireNext(until)).toBe(false);
  expect(fired).toEqual([`early ${100 - 2 * hour}`]);
});

it('moves on as a machine that slept, and never back', () => {
  const { clock, fired, setTimer } = createClocks();
  clock.stand(today - 2 * hour);
  setTimer('overdue', 100);
  clock.moveTo(today - hour);
  expect(fired).toEqual([]);
  clock.moveTo(today - 2 * hour);
  expect(clock.now()).toBe(today - hour);
  expect(clock.fireNext(clock.now())).toBe(true);
  expect(fired).toEqual([`overdue ${-hour}`]);
});

it('follows again: what is overdue fires at once, the rest at its moment', () => {
  const { source, clock, fired, setTimer } = createClocks();
  clock.stand(today - hour);
  setTimer('overdue', 1000);
  setTimer('to come', hour + 500);
  setTimer('taken back', hour)();
  clock.follow();
  source.advance(0);
  expect(clock.now()).toBe(today);
  expect(fired).toEqual(['overdue 0']);
  source.advance(1000);
  expect(fired).toEqual(['overdue 0', 'to come 500']);
});

it('keeps how far away a timer is when it is put elsewhere', () => {
  const { source, clock, fired, setTimer } = createClocks();
  setTimer('a', 300);
  source.advance(100);
  clock.stand(today - hour);
  source.advance(1000);
  expect(fired).toEqual([]);
  expect(clock.fireNext(today - hour + 199)).toBe(false);
  expect(clock.fireNext(today - hour + 200)).toBe(true);
});
