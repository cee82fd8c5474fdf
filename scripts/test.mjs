// npm test: every test of the packages (jest), of the scripts and of the
// running demo in a browser (node:test). Ends with one line of totals.

import { whyNoBrowser } from '../e2e/browser.mjs';
import { endAllOnSignal } from './lib/processes.mjs';
import { secondsSince } from './lib/seconds.mjs';
import { addTotals, describeTotals } from './test/totals.mjs';
import { runJest } from './test/runJest.mjs';
import { runNodeTests } from './test/runNodeTests.mjs';

const suites = [
  ['packages and plugins', runJest],
  ['scripts', () => runNodeTests('scripts', ['scripts/*.test.mjs'])],
  ['the demo, in a browser', () => runNodeTests('e2e', ['e2e/*.test.mjs'])],
];

endAllOnSignal();
const started = Date.now();
const results = [];
for (const [title, runSuite] of suites) {
  console.log(`\n── ${title}`);
  const suiteStarted = Date.now();
  const result = await runSuite();
  results.push(result);
  console.log(
    `── ${title}: ${describeTotals(result)} (${secondsSince(suiteStarted)})`,
  );
}

if (whyNoBrowser) {
  console.log(`
!!!! THE BROWSER TESTS WERE SKIPPED: ${whyNoBrowser}.
`);
}
const total = addTotals(results);
console.log(`\nall tests took ${secondsSince(started)}`);
console.log(describeTotals(total));
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
