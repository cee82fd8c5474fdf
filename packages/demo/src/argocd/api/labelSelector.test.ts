import { parseLabelSelector } from './labelSelector';

const labels = { 'backstage.io/kubernetes-id': 'churn', env: 'staging' };

describe('parseLabelSelector', () => {
  it.each([
    ['', true],
    ['backstage.io/kubernetes-id=churn', true],
    ['backstage.io/kubernetes-id==churn', true],
    ['backstage.io/kubernetes-id=fraud', false],
    ['env!=staging', false],
    ['nope!=staging', true],
    ['env', true],
    ['!env', false],
    ['!nope', true],
    ['env in (staging, production)', true],
    ['env notin (staging)', false],
    ['nope notin (staging)', true],
    ['env=staging,backstage.io/kubernetes-id in (churn)', true],
    ['env=staging,backstage.io/kubernetes-id=fraud', false],
  ])('%s takes the labels: %s', (selector, expected) => {
    expect(parseLabelSelector(selector)(labels)).toBe(expected);
  });

  it('refuses what is no selector', () => {
    expect(() => parseLabelSelector('a b')).toThrow(
      'error parsing the selector',
    );
  });
});
