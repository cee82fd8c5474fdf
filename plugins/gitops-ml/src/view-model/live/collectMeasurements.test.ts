import {
  createMeasurements,
  createMetric,
} from '../../__testUtils__/fixtures/live/analyses';
import { collectMeasurements } from './collectMeasurements';

describe('collectMeasurements', () => {
  it.each([
    ['0', 0],
    ['0.95', 0.95],
    ['[0.95]', 0.95],
    ['[1.5, 2]', 1.5],
    ['{"a":1}', undefined],
    ['NaN', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads the number of %j', (text, value) => {
    const [point] = collectMeasurements(
      createMetric({
        measurements: createMeasurements([[text, 'Successful']]),
      }),
    );
    expect(point).toMatchObject({ number: 1, value, text });
  });

  it('keeps an error as a point without a value', () => {
    expect(
      collectMeasurements(
        createMetric({
          measurements: createMeasurements([
            ['1', 'Successful'],
            [undefined, 'Error'],
          ]),
        }),
      )[1],
    ).toEqual({
      number: 2,
      value: undefined,
      text: undefined,
      phase: 'Error',
      status: 'failed',
      message: 'connection refused',
      at: '2026-11-21T09:45:05Z',
    });
  });
});
