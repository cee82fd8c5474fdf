import { checkEnvironmentBehind } from './checkEnvironmentBehind';
import { formatFinding } from './formatFinding';

type Input = Parameters<typeof checkEnvironmentBehind>[0];

const check = (...differences: Input['differences'][number][]) =>
  checkEnvironmentBehind({
    environment: 'production',
    before: 'staging',
    differences,
  });

it.each<[string, Input['differences'][number][]]>([
  ['nothing differs', [{ part: 'code', verdict: 'same' }]],
  ['it is not known', [{ part: 'model', verdict: 'unknown' }]],
  [
    'only the configuration differs',
    [{ part: 'configuration', verdict: 'differs' }],
  ],
  ['nothing was compared', []],
])('is no finding where %s', (_, differences) => {
  expect(check(...differences)).toEqual([]);
});

it('names the parts, and by how much where that is known', () => {
  const [finding] = check(
    { part: 'code', verdict: 'differs', text: '4 commits behind' },
    { part: 'data', verdict: 'differs' },
    { part: 'configuration', verdict: 'differs', text: '2 files differ' },
  );
  expect(finding).toEqual({
    id: 'environment-behind',
    severity: 'info',
    environment: 'production',
    args: {
      before: 'staging',
      parts: [{ part: 'code', text: '4 commits behind' }, { part: 'data' }],
      isAhead: false,
      isRejected: false,
    },
    evidence: [],
  });
  expect(formatFinding(finding).message).toBe(
    'production is to run something else than staging: code (4 commits behind), data.',
  );
});

it.each([
  [['2 commits ahead', '1 version ahead'], true],
  [['2 commits ahead', '1 version behind'], false],
  [['3 views differ'], false],
])('with %j is ahead: %s', (texts, isAhead) => {
  const parts = ['code', 'model'] as const;
  const differences = texts.map((text, index) => ({
    part: parts[index],
    verdict: 'differs' as const,
    text,
  }));
  expect(check(...differences)).toEqual([
    expect.objectContaining({ args: expect.objectContaining({ isAhead }) }),
  ]);
});

it('does not advise to promote what was aborted in the environment before', () => {
  const [finding] = checkEnvironmentBehind({
    environment: 'production',
    before: 'staging',
    differences: [{ part: 'model', verdict: 'differs' }],
    isRejected: true,
  });
  expect(formatFinding(finding).remedy).toBe(
    'Do not promote it: its delivery was aborted in staging. Wait for a release that becomes stable there.',
  );
});
