/** A good model whose weights the fault spoils: its canary gives itself up, and goes on without it. */
export function testBadModel(story) {
  const { goOn, takePicture } = story;

  goOn('bad-model: lets a canary abort by itself, and says why', async () => {
    const { fault, pages, releases, staging } = story;
    await fault('bad-model');
    await releases.make('v1.2.0', { 'train.positive_weight': '2' });
    await releases.push('Release v1.2.0');
    await staging.waitForSentence(/^Aborted at step 2 of 5, /);
    await staging.card
      .getByRole('status')
      .filter({ hasText: /^Aborted because roc-auc failed/ })
      .filter({ hasText: 'the demo fault bad-model is on' })
      .waitFor();
    await staging.version('candidate').getByText('v1.2.0').waitFor();
    await staging.version('stable').getByText('v1.0.0').waitFor();
    await takePicture(pages.delivery, 'bad-model-delivery');
  });

  goOn('bad-model off: lets the same release pass at a retry', async () => {
    const { fault, staging } = story;
    await fault('bad-model', 'off');
    await staging.act('Retry', { until: /The object now says: / });
    await staging.waitForSentence('Canary at 50 %, paused for approval');
  });
}
