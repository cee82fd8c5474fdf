/** The sum of several results. */
export const addTotals = results =>
  results.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** `N passed, N failed`, and `, N skipped` where there are some. */
export function describeTotals({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/**
 * A runner's totals, unless it failed without a failed test to show for it: a
 * crash, or a file that could not be loaded, is one failure.
 */
export function withCrash(totals, exitCode) {
  return exitCode !== 0 && totals.failed === 0
    ? { ...totals, failed: 1 }
    : totals;
}
