import { DataOutputView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { createOutput, dataResponse } from '../__testUtils__/fixtures/data';
import { describeVersionCommands } from './describeVersionCommands';

const HASH = { algorithm: 'md5', value: 'a'.repeat(32) };
const GET = `dvc get http://localhost:3200/ml/fraud-detector.git x --rev ${dataResponse.revision?.oid}`;
const SIGN_IN = [
  'dvc remote modify --local storage user USER',
  'dvc remote modify --local storage password PASSWORD',
];

const commandsOf = (
  overrides: Partial<DataOutputView>,
  asksFor: string[] = [],
) =>
  describeVersionCommands(
    createOutput({ path: 'x', remote: 'storage', hash: HASH, ...overrides }),
    {
      ...dataResponse,
      remotes: dataResponse.remotes.map(remote => ({ ...remote, asksFor })),
    },
  ).flatMap(({ commands }) => commands);

describe('describeVersionCommands', () => {
  it('signs in before it pulls, where the remote asks for it', () => {
    expect(commandsOf({})).toEqual(['dvc pull x', GET]);
    expect(commandsOf({}, ['user', 'password'])).toEqual([
      ...SIGN_IN,
      'dvc pull x',
      `${GET} --remote-config user=USER password=PASSWORD`,
    ]);
  });

  it('does not pull what DVC does not cache', () => {
    expect(commandsOf({ cache: false })).toEqual([GET]);
  });

  it('asks for a push where the remote does not have it', () => {
    expect(commandsOf({ pushed: { status: 'missing' } })[0]).toBe('dvc push x');
  });

  it('runs the stage of what was never made, and gets nothing', () => {
    const declaredIn = { path: 'dvc.yaml', line: 3 };
    expect(commandsOf({ hash: undefined, stage: 'train', declaredIn })).toEqual(
      ['dvc repro --pull train'],
    );
  });

  it('offers nothing for a version that can not be told, or has no stage', () => {
    expect(commandsOf({ hash: undefined, unreadable: true })).toEqual([]);
    expect(commandsOf({ hash: undefined })).toEqual([]);
  });
});
