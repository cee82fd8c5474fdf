import { createOutput } from '../__testUtils__/fixtures/data';
import {
  getCommand,
  reproCommand,
  reproCommands,
  signInCommands,
} from './dataCommands';

const URL = 'https://forge/ml/fraud.git';

const remote = (asksFor: string[], isDefault = true) => ({
  name: 'storage',
  default: isDefault,
  asksFor,
  declaredIn: { path: '.dvc/config', line: 3 },
});

const made = (path: string, stage?: string) =>
  createOutput({ path: 'out', stage, declaredIn: { path, line: 1 } });

describe('the commands for data', () => {
  it('begin with what the remote asks everybody for', () => {
    expect(signInCommands(remote(['user', 'password']))).toEqual([
      'dvc remote modify --local storage user USER',
      'dvc remote modify --local storage password PASSWORD',
    ]);
    expect(signInCommands(remote([]))).toEqual([]);
    expect(signInCommands(undefined)).toEqual([]);
  });

  it.each([
    [undefined, ''],
    [remote([]), ''],
    [
      remote(['user', 'password']),
      ' --remote-config user=USER password=PASSWORD',
    ],
    [
      remote(['password'], false),
      ' --remote storage --remote-config password=PASSWORD',
    ],
  ])('get a version from %j without a clone', (from, end) => {
    expect(getCommand(URL, 'a b.csv', 'abc', from)).toBe(
      `dvc get ${URL} 'a b.csv' --rev abc${end}`,
    );
  });

  it.each([
    ['dvc.yaml', 'train', 'dvc repro --pull train'],
    ['dvc.lock', 'train@a', 'dvc repro --pull train@a'],
    ['apps/x/dvc.yaml', 'train', 'dvc repro --pull apps/x/dvc.yaml:train'],
  ])('run a stage of %s, %s', (file, stage, command) => {
    expect(reproCommand(made(file, stage))).toBe(command);
  });

  it('run each pipeline once', () => {
    expect(
      reproCommands([
        made('dvc.yaml', 'a'),
        made('dvc.yaml', 'b'),
        made('sub/dvc.yaml', 'a'),
      ]),
    ).toEqual(['dvc repro --pull', 'dvc repro --pull sub/dvc.yaml']);
  });
});
