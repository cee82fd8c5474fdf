import { createAnalysis } from '../../__testUtils__/fixtures/live/analyses';
import { createDelivery } from '../../__testUtils__/fixtures/live/delivery';
import { describeAnalysis } from './describeAnalysis';

const { revisions } = createDelivery();
const hashOf = (role: string) =>
  revisions.find(revision => revision.role === role)?.hash;

describe('describeAnalysis', () => {
  it.each([
    ['candidate', /^of fraud v1\.4\.0 · /],
    ['earlier', /^of fraud v1\.2\.0, earlier · /],
  ])('says whose it is: the %s', (role, words) => {
    const run = createAnalysis({ hash: hashOf(role) });
    expect(describeAnalysis(run, revisions).subtitle).toMatch(words);
  });

  it('names no version where the pods are gone', () => {
    const run = createAnalysis({ name: 'run-1', hash: 'gone' });
    expect(describeAnalysis(run, revisions).subtitle).toMatch(/^run-1 · /);
  });
});
