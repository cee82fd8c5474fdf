import { matchesLabels } from './matchesLabels';

const LABELS = { team: 'x', env: 'prod', 'app.kubernetes.io/name': 'fraud' };

it.each<[string, boolean]>([
  ['team=x', true],
  ['team == x', true],
  ['team=y', false],
  ['team=x,env=prod', true],
  ['team=x, env=dev', false],
  ['app.kubernetes.io/name=fraud', true],
  ['team!=y', true],
  ['team!=x', false],
  ['absent!=x', true],
  ['team', true],
  ['absent', false],
  ['!absent', true],
  ['!team', false],
  ['env in (dev, prod)', true],
  ['env in (dev,test),team=x', false],
  ['env notin (dev)', true],
  ['absent notin (dev)', true],
  ['absent=', false],
  // What can't be read chooses nothing.
  ['', false],
  ['team=x,', false],
  ['team>1', false],
  ['env in prod', false],
  ['toString', false],
])('%j', (selector, isMet) => {
  expect(matchesLabels(LABELS, selector)).toBe(isMet);
});

it('meets nothing that asks for a label where there are none', () => {
  expect(matchesLabels(undefined, 'team')).toBe(false);
  expect(matchesLabels(undefined, '!team')).toBe(true);
});
