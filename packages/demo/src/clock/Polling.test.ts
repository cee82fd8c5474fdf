import { createVirtualClock } from './createVirtualClock';
import { Polling } from './Polling';

function createPolling() {
  const clock = createVirtualClock(0);
  const looks: number[] = [];
  const look = () => looks.push(clock.now());
  const polling = new Polling(clock, () => 100, look);
  return { clock, look, looks, polling };
}

it('looks again and again until it is stopped', () => {
  const { clock, looks, polling } = createPolling();
  clock.advance(500);
  polling.start();
  clock.advance(250);
  polling.stop();
  clock.advance(250);
  expect(looks).toEqual([600, 700]);
});

it('looks when it is told that there is something to see', () => {
  const { look, looks, polling } = createPolling();
  polling.notify(look);
  expect(looks).toEqual([0]);
});

it('does not look while it is held, whoever says what', () => {
  const { clock, look, looks, polling } = createPolling();
  polling.start();
  polling.setHeld(true);
  polling.notify(look);
  clock.advance(1000);
  expect(looks).toEqual([]);
  polling.setHeld(false);
  clock.advance(150);
  expect(looks).toEqual([1100]);
});
