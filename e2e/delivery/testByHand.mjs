/** A good model that a person stops, tries again and puts through at once. */
export function testByHand(story) {
  const { name, takePicture, goOn } = story;
  const waiting = 'Canary at 50 %, paused for approval';

  goOn('gives a canary up by the button Abort', async () => {
    const { page, entityPage, releases, staging } = story;
    await entityPage.openTab('Delivery');
    await releases.make('v1.3.0', {
      'train.learning_rate': '0.05',
      'train.epochs': '10',
      'train.l2': '0.0005',
    });
    await releases.push('Release v1.3.0');
    await staging.waitForSentence(waiting);
    await staging.act('Abort', { until: /The object now says: Degraded/ });
    await staging.waitForSentence(/^Aborted at step 4 of 5, /);
    await takePicture(page, 'aborted-by-hand');
  });

  goOn('tries it again by the button Retry', async () => {
    const { staging } = story;
    await staging.record();
    await staging.act('Retry', {
      until: /The object now says: (Progressing|Paused)/,
    });
    await staging.waitForSentence(waiting);
    await staging.version('candidate').getByText('v1.3.0').waitFor();
  });

  goOn('puts it through by the button Promote full', async () => {
    const { page, staging } = story;
    await staging.act('Promote full', { until: /The object now says: / });
    await staging.waitForSentence('The stable version serves');
    const stable = staging.version('stable');
    await staging.waitFor(stable.filter({ hasText: `${name} v1.3.0` }));
    await takePicture(page, 'promoted-fully');
  });
}
