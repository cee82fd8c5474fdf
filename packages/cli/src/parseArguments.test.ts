import { CliError } from './CliError';
import { parseArguments } from './parseArguments';

const RUN = {
  kind: 'run',
  verb: 'data',
  repo: '.',
  rev: undefined,
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
  [
    ['delivery', 'a.yaml', '-', '--json', '--now', '2026-01-31T09:05:00+01:00'],
    {
      kind: 'read-files',
      verb: 'delivery',
      files: ['a.yaml', '-'],
      now: '2026-01-31T08:05:00.000Z',
      json: true,
    },
  ],
  [['--help'], { kind: 'help' }],
  [['data', '-h'], { kind: 'help' }],
  [['--version'], { kind: 'version' }],
])('reads %j', (args, expected) => {
  expect(parseArguments(args)).toEqual(expected);
});

it.each([
  [[], 'Which verb? There are data, models, features, doctor, delivery.'],
  [['date'], 'There is no verb "date". There are data, models, features'],
  [['diff', 'A', 'B'], '"diff" is not there yet. There are data, models'],
  [['delivery'], '"delivery" needs the files to read, or - for the standard'],
  [['delivery', 'a', '--rev', 'b'], '"delivery" takes no --rev.'],
  [['delivery', 'a', '--now', 'noon'], '--now is "noon", which is no time.'],
  [['data', '--now', '2026-01-31'], '"data" takes no --now.'],
  [['data', 'extra'], '"data" takes no argument, and got "extra".'],
  [['data', '--format', 'x'], "Unknown option '--format'. The options are"],
  [
    ['data', '-x'],
    "Unknown option '-x'. The options are --repo, --rev, --json",
  ],
  [['data', '--rev'], "Option '--rev <value>' argument missing. The options"],
  [['data', '--json=1'], "Option '--json' does not take an argument. The"],
])('refuses %j', (args, message) => {
  expect(() => parseArguments(args)).toThrow(CliError);
  expect(() => parseArguments(args)).toThrow(message);
});
