import { Moment, readScene, Scene, SCENES } from './__testUtils__/readScene';
import { Delivery } from './Delivery';
import { readDeliveries } from './readDeliveries';

/** The two streams of a recording are not synchronised. */
const TOLERANCE = 1.5;

function parseText(text: string, name: string): string | undefined {
  return new RegExp(`^ *${name}: +(.*?)\\s*$`, 'm').exec(text)?.[1];
}

function parseNumber(text: string, name: string): number | undefined {
  const value = parseText(text, name);
  return value === undefined ? undefined : Number(value);
}

/** What `kubectl argo rollouts get rollout` says. */
function parsePrinted({ text }: Moment) {
  const [, index, count] =
    /^(\d+)\/(\d+)$/.exec(parseText(text, 'Step') ?? '') ?? [];
  const desired = parseNumber(text, 'SetWeight');
  const actual = parseNumber(text, 'ActualWeight');
  return {
    phase: parseText(text, 'Status')?.replace(/^\S+ /, ''),
    message: parseText(text, 'Message') ?? '',
    step:
      index === undefined
        ? undefined
        : { index: Number(index), count: Number(count) },
    weight: desired === undefined ? undefined : { desired, actual },
    replicas: {
      desired: parseNumber(text, 'Desired'),
      current: parseNumber(text, 'Current'),
      updated: parseNumber(text, 'Updated'),
      ready: parseNumber(text, 'Ready'),
      available: parseNumber(text, 'Available'),
    },
  };
}

function pick({ phase, message, step, weight, replicas }: Delivery) {
  return { phase, message, step, weight, replicas };
}

function readAt(scene: Scene, t: number) {
  const { deliveries, problems } = readDeliveries(scene.objectsAt(t), {
    now: '2026-11-21T08:13:00Z',
  });
  expect(problems).toEqual([]);
  return deliveries.map(pick);
}

/** Every state that the objects were in around a moment. */
function readAround(scene: Scene, t: number) {
  const times = scene.changes
    .map(change => change.t)
    .filter(time => Math.abs(time - t) <= TOLERANCE);
  return [t - TOLERANCE, ...times].flatMap(time => readAt(scene, time));
}

describe.each(SCENES)('%s', name => {
  const scene = readScene(name);

  it.each(
    scene.moments.map(moment => [moment.t, moment.label, moment] as const),
  )('at %d s (%s) reads as the plugin printed', (t, _label, moment) => {
    expect(readAround(scene, t)).toContainEqual(parsePrinted(moment));
  });
});
