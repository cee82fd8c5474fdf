import { createModel, fraudModel } from '../__testUtils__/fixtures/models';
import { collectVersionMatrix } from './collectVersionMatrix';

const kindsOf = (model: typeof fraudModel) =>
  collectVersionMatrix(model)?.rows.map(({ version, places }) => [
    version,
    ...places.map(({ kind }) => kind),
  ]);

describe('collectVersionMatrix', () => {
  it('tells what a stage has from what it had, and from what it never had', () => {
    expect(collectVersionMatrix(fraudModel)?.stages).toEqual([
      'production',
      'staging',
    ]);
    expect(kindsOf(fraudModel)).toEqual([
      ['v1.4.0', 'never', 'now'],
      ['v1.3.2', 'now', 'earlier'],
      ['v1.3.0', 'earlier', 'never'],
      ['v1.2.0', 'earlier', 'never'],
    ]);
  });

  it('counts the versions that it leaves out', () => {
    expect(collectVersionMatrix(fraudModel)?.leftOut).toBe(1);
  });

  it('takes a stage that was emptied for one that had it', () => {
    expect(kindsOf({ ...fraudModel, stages: {} })?.[0]).toEqual([
      'v1.4.0',
      'never',
      'earlier',
    ]);
  });

  it('is nothing without an assignment', () => {
    expect(collectVersionMatrix(createModel({ name: 'm' }))).toBeUndefined();
  });
});
