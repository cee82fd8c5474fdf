/** A good model whose weights the fault spoils: its canary gives itself up, and goes on without it. */
export function testBadModel(story) {
  const { goOn, takePicture } = story;
  const tryAgain = production =>
    production.act('Retry', { until: /The object now says: / });

  goOn('bad-model: lets a canary abort by itself, and says why', async () => {
    const { fault, pages, production } = story;
    await production.act('Abort', { until: /The object now says: Degraded/ });
    await production.waitForSentence(/^Aborted at step 4 of 5, /);
    await fault('bad-model');
    await tryAgain(production);
    await production.waitForSentence(/^Aborted at step 2 of 5, /);
    await production.card
      .getByRole('status')
      .filter({ hasText: /^Aborted because roc-auc failed/ })
      .filter({ hasText: 'the demo fault bad-model is on' })
      .waitFor();
    await production.version('candidate').getByText('v1.4.0').waitFor();
    await production.version('stable').getByText('v1.3.0').waitFor();
    await takePicture(pages.delivery, 'bad-model-delivery');
  });

  goOn('bad-model off: lets the same release pass at a retry', async () => {
    const { fault, production } = story;
    await fault('bad-model', 'off');
    await tryAgain(production);
    await production.waitForSentence('Canary at 50 %, paused for approval');
  });
}
