// A reporter of node:test that says the totals alone, as JSON. A suite is not
// a test; a file that failed as a whole is reported as a test of its name.

const isTest = ({ data }) => data.details?.type !== 'suite';

/** @param {AsyncIterable<{ type: string, data: object }>} events */
export default async function* totalsReporter(events) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of events) {
    if (event.type === 'test:pass' && isTest(event)) {
      const isSkipped = event.data.skip !== undefined;
      totals[isSkipped ? 'skipped' : 'passed'] += 1;
    } else if (event.type === 'test:fail' && isTest(event)) {
      totals.failed += 1;
    }
  }
  yield JSON.stringify(totals);
}
