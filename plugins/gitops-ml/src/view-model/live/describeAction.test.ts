import { createDelivery } from '../../__testUtils__/fixtures/live/delivery';
import { describeSubjects, nameHashes } from './describeAction';

const { revisions } = createDelivery();
const stable = revisions.find(({ role }) => role === 'stable');

describe('a plan', () => {
  it('says which versions it is about', () => {
    expect(describeSubjects(revisions)).toBe(
      'Candidate fraud v1.4.0, stable fraud v1.3.0',
    );
    expect(describeSubjects([])).toBeUndefined();
  });

  it('names the versions whose hashes it has', () => {
    const hash = stable?.hash ?? '';
    expect(nameHashes(`${hash} and more`, revisions)).toBe(
      `fraud v1.3.0 (${hash}) and more`,
    );
    expect(nameHashes('2 of 6', revisions)).toBe('2 of 6');
  });
});
