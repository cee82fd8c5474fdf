import { createStoryClock } from './clock/createStoryClock';
import { createVirtualClock } from './clock/createVirtualClock';
import { createTimeline } from './createTimeline';

const then = new Date('2026-09-12T09:05:00Z');
const minute = 60_000;

function createWorld() {
  const source = createVirtualClock(Date.parse('2026-11-21T10:00:00Z'));
  const clock = createStoryClock(source);
  const done: string[] = [];
  const note = (what: string) =>
    done.push(`${new Date(clock.now()).toISOString()} ${what}`);
  const timeline = createTimeline({
    clock,
    argocd: {
      setPolling: isOn => note(`polling ${isOn}`),
      look: async () => {
        note('look');
      },
    },
    settled: async () => {
      await Promise.resolve();
      note('settled');
    },
  });
  return { source, clock, timeline, done, note };
}

it('works off what falls due, until nothing does for some minutes', async () => {
  const { clock, timeline, done, note } = createWorld();
  timeline.stand(then);
  clock.setTimer(minute, () => {
    note('first');
    clock.setTimer(4 * minute, () => note('second'));
  });
  clock.setTimer(60 * minute, () => note('much later'));
  await timeline.bringAbout();
  expect(done).toEqual([
    '2026-11-21T10:00:00.000Z polling false',
    '2026-09-12T09:05:00.000Z look',
    '2026-09-12T09:06:00.000Z first',
    '2026-09-12T09:06:00.000Z settled',
    '2026-09-12T09:10:00.000Z second',
    '2026-09-12T09:10:00.000Z settled',
  ]);
});

it('follows the machine in the end', async () => {
  const { source, clock, timeline, done } = createWorld();
  timeline.stand(then);
  timeline.moveTo(new Date('2026-11-20T09:00:00Z'));
  expect(clock.now()).toBe(Date.parse('2026-11-20T09:00:00Z'));
  timeline.follow();
  expect(clock.now()).toBe(source.now());
  expect(done.at(-1)).toBe('2026-11-21T10:00:00.000Z polling true');
});

it('gives up what comes to no end', async () => {
  const { clock, timeline } = createWorld();
  timeline.stand(then);
  const again = () => {
    clock.setTimer(minute, again);
  };
  again();
  await expect(timeline.bringAbout()).rejects.toThrow(
    'what was begun at 2026-09-12T09:05:00.000Z comes to no end',
  );
});
