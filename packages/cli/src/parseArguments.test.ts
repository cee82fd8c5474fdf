import { CliError } from './CliError';
import { parseArguments } from './parseArguments';

const RUN = {
  kind: 'run',
  verb: 'data',
  repo: '.',
  rev: undefined,
  environment: undefined,
  json: false,
};

it.each([
  [['data'], RUN],
  [['--json', 'data'], { ...RUN, json: true }],
  [
    ['--repo', 'some dir', 'data', '--rev', 'v1', '--json'],
    { ...RUN, repo: 'some dir', rev: 'v1', json: true },
  ],
  [['data', '--rev=--weird'], { ...RUN, rev: '--weird' }],
  [['data', '--rev', ''], { ...RUN, rev: '' }],
  [['models', '--repo=x.git'], { ...RUN, verb: 'models', repo: 'x.git' }],
  [['--help'], { kind: 'help' }],
  [['data', '-h'], { kind: 'help' }],
  [['--version'], { kind: 'version' }],
])('reads %j', (args, expected) => {
  expect(parseArguments(args)).toEqual(expected);
});

it.each([
  [[], 'Which verb? There are data, models, features, state, doctor.'],
  [['date'], 'There is no verb "date". There are data, models, features'],
  [['diff', 'A', 'B'], '"diff" is not there yet. There are data, models'],
  [['data', 'extra'], '"data" takes no argument, and got "extra".'],
  [['data', '--format', 'x'], "Unknown option '--format'. The options are"],
  [
    ['data', '-x'],
    "Unknown option '-x'. The options are --repo, --rev, --env, --json",
  ],
  [['data', '--rev'], "Option '--rev <value>' argument missing. The options"],
  [['data', '--json=1'], "Option '--json' does not take an argument. The"],
])('refuses %j', (args, message) => {
  expect(() => parseArguments(args)).toThrow(CliError);
  expect(() => parseArguments(args)).toThrow(message);
});
