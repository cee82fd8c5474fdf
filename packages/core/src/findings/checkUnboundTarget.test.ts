import { checkUnboundTarget } from './checkUnboundTarget';
import { formatFinding } from './formatFinding';

it('says why nothing is bound, and what binds it', () => {
  const unbound = { message: 'No application was found.', remedy: 'Register.' };
  const [finding] = checkUnboundTarget({ environment: 'staging', unbound });
  expect(finding).toMatchObject({ id: 'unbound-target', severity: 'warning' });
  expect(formatFinding(finding)).toEqual(unbound);
});

it('is no finding where it is bound, or not known yet', () => {
  expect(
    checkUnboundTarget({ environment: 'staging', unbound: undefined }),
  ).toEqual([]);
});
