// Everything that can be checked without running the product. Two lanes, for
// two cores; each step is printed with its time, and its output when it fails.

import { endAllOnSignal, run } from './lib/processes.mjs';
import { secondsSince } from './lib/seconds.mjs';
import { apiReportArguments } from './verify/apiReports.mjs';

const lanes = [
  [
    // From nothing: the API reports quote what is emitted, and the order of a type's
    // keys depends on what an incremental run still knew.
    ['types', 'tsc', ['--incremental', 'false']],
    ['API reports', 'backstage-repo-tools', [...apiReportArguments, '--ci']],
  ],
  [
    ['formatting', 'prettier', ['--check', '.']],
    ['import rules', 'depcruise', ['packages', 'plugins']],
    [
      'lint of the packages',
      'backstage-cli',
      ['repo', 'lint', '--max-warnings', '0', '--format', 'stylish'],
    ],
    [
      'lint of the scripts',
      'eslint',
      [
        '--max-warnings',
        '0',
        '--ext',
        '.mjs',
        'scripts',
        'e2e',
        'eslint-house.js',
      ],
    ],
    ['unused code', 'knip', ['--no-config-hints']],
    [
      'unused published code',
      'knip',
      ['--production', '--exclude', 'binaries', '--no-config-hints'],
    ],
  ],
];

const shownLines = 80;

// A changed API report prints all of itself; its beginning and end say enough.
function shorten(output) {
  const lines = output.trimEnd().split('\n');
  const left = lines.length - 2 * shownLines;
  if (left <= 0) return lines;
  return [
    ...lines.slice(0, shownLines),
    `(${left} lines left out)`,
    ...lines.slice(-shownLines),
  ];
}

const started = Date.now();
const failed = [];
let passed = 0;

async function runStep([title, command, args]) {
  const stepStarted = Date.now();
  const { code, output } = await run(command, args, {
    env: { ...process.env, FORCE_COLOR: '0', CI: 'true' },
  });
  const time = secondsSince(stepStarted);
  if (code === 0) {
    passed += 1;
    console.log(`ok      ${title} (${time})`);
  } else {
    failed.push(title);
    console.log(`FAILED  ${title} (${time}): ${command} ${args.join(' ')}`);
    for (const line of shorten(output)) console.log(`        ${line}`);
  }
}

async function runLane(steps) {
  for (const step of steps) await runStep(step);
}

endAllOnSignal();
await Promise.all(lanes.map(runLane));
console.log(
  failed.length === 0
    ? `verified: ${passed} checks in ${secondsSince(started)}`
    : `not verified: ${failed.join(', ')} (${secondsSince(
        started,
      )}). npm run fix repairs formatting, what the linter can, and the API reports.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
