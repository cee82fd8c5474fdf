import {
  createAnalysis,
  createMeasurements,
  createMetric,
  failedAnalysis,
} from '../../__testUtils__/fixtures/live/analyses';
import {
  abortedDelivery,
  createDelivery,
  healthyDelivery,
} from '../../__testUtils__/fixtures/live/delivery';
import { describeMetricPhase } from './describeMetricPhase';
import { describeWhyNot } from './describeWhyNot';

describe('describeWhyNot', () => {
  it.each([
    ['paused for approval', createDelivery()],
    ['healthy', healthyDelivery],
  ])('has nothing to say of one that is %s', (_what, delivery) => {
    expect(describeWhyNot(delivery)).toBeUndefined();
  });

  it('names metric, counts, value, condition, step and run, and marks what is inferred', () => {
    expect(describeWhyNot(abortedDelivery)).toEqual({
      title:
        'Aborted because auc failed (2 failed > limit 1): last value 0.698, wanted result >= 0.9',
      place:
        'at step 1 of 6 (inferred), analysis fraud-detector-7d9f8c5b64-5-1',
      words: abortedDelivery.message,
    });
  });

  it('names the error of a metric that could not be measured', () => {
    const metric = createMetric({
      phase: 'Error',
      error: 5,
      consecutiveErrors: 5,
      measurements: createMeasurements([[undefined, 'Error']]),
    });
    const analyses = [createAnalysis({ phase: 'Error', metrics: [metric] })];
    expect(describeWhyNot({ ...abortedDelivery, analyses })?.title).toBe(
      'Aborted because auc could not be measured (5 errors > limit 4): connection refused',
    );
  });

  it('does not blame a dry run or another version’s analysis', () => {
    const [metric] = failedAnalysis.metrics;
    for (const analysis of [
      { ...failedAnalysis, metrics: [{ ...metric, dryRun: true }] },
      { ...failedAnalysis, hash: '58b7cd9f66' },
    ]) {
      expect(
        describeWhyNot({ ...abortedDelivery, analyses: [analysis] })?.title,
      ).toBe('Aborted');
    }
  });

  it('has the provider’s own words where no metric is to blame', () => {
    expect(
      describeWhyNot(
        createDelivery({
          phase: 'Degraded',
          message: 'ProgressDeadlineExceeded',
          analyses: [],
        }),
      ),
    ).toEqual({
      title: 'Degraded',
      place: 'at step 2 of 6',
      words: 'ProgressDeadlineExceeded',
    });
  });
});

describe('describeMetricPhase', () => {
  it('calls a sibling that was stopped so, not successful', () => {
    const [failed, stopped] = failedAnalysis.metrics;
    expect(describeMetricPhase(failedAnalysis, failed).word).toBe('Failed');
    expect(describeMetricPhase(failedAnalysis, stopped)).toMatchObject({
      status: 'absent',
      word: 'Stopped',
    });
  });

  it('calls one that was complete successful, also in a failed run', () => {
    expect(
      describeMetricPhase(failedAnalysis, createMetric({ count: 4 })).word,
    ).toBe('Successful');
  });

  it('says of one without measurements that it has not begun', () => {
    const run = createAnalysis({ phase: 'Running' });
    expect(
      describeMetricPhase(
        run,
        createMetric({ phase: 'Pending', measurements: [] }),
      ).word,
    ).toBe('Not begun');
  });
});
