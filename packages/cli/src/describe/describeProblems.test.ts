import { Problem } from '@gitops-ml/core';
import { describeProblems } from './describeProblems';

const MISSING: Problem = {
  code: 'missing-file',
  severity: 'warning',
  path: 'b.dvc',
  line: 3,
  column: 1,
  args: { file: 'x' },
};

it('puts problems in words, by place, each once, without unknown places', () => {
  const syntax: Problem = {
    code: 'not-text',
    severity: 'error',
    path: 'b.dvc',
  };
  const first = { ...MISSING, path: 'a.dvc', line: 10 };
  const second = { ...MISSING, path: 'a.dvc', line: 9 };
  expect(
    describeProblems([MISSING, first, second, syntax, { ...MISSING }]),
  ).toEqual([
    {
      code: 'missing-file',
      severity: 'warning',
      message: 'x is named here and is not in the commit.',
      path: 'a.dvc',
      line: 9,
      column: 1,
      remedy: 'Commit the file, or correct the name.',
    },
    {
      code: 'missing-file',
      severity: 'warning',
      message: 'x is named here and is not in the commit.',
      path: 'a.dvc',
      line: 10,
      column: 1,
      remedy: 'Commit the file, or correct the name.',
    },
    {
      code: 'not-text',
      severity: 'error',
      message: 'The file is not UTF-8 text.',
      path: 'b.dvc',
      remedy: 'Save it as UTF-8, or move it away from this name.',
    },
    {
      code: 'missing-file',
      severity: 'warning',
      message: 'x is named here and is not in the commit.',
      path: 'b.dvc',
      line: 3,
      column: 1,
      remedy: 'Commit the file, or correct the name.',
    },
  ]);
});
