import assert from 'node:assert/strict';

/** A better model: its canary on the open page, and the button that finishes it. */
export function testPromotion(story) {
  const { name, takePicture, goOn } = story;

  goOn('shows that production waits for a person’s word', async () => {
    const { releases, production, firstCommit } = story;
    releases.pin('production', firstCommit);
    await releases.push('Let production wait');
    await production.section
      .getByRole('button', { name: /^Argo CD: / })
      .click();
    await production.waitFor(production.section.getByText(firstCommit));
  });

  goOn(
    'moves a canary on the open page, to where it waits for a person',
    async () => {
      const { page, releases, staging, production } = story;
      await staging.record();
      await releases.make('v1.1.0', { 'train.positive_weight': '3' });
      await releases.push('Release v1.1.0');
      await staging.waitForSentence(/^Canary at 10 %/);
      await takePicture(page, 'canary-begins');
      await staging.waitForSentence('Canary at 50 %, paused for approval');
      await staging.expectShown(['10 % at 1', '10 % at 2', '50 % at 4']);
      const candidate = staging.version('candidate');
      await candidate.filter({ hasText: `${name} v1.1.0` }).waitFor();
      await staging.version('stable').getByText('v1.0.0').waitFor();
      await staging.card.getByText('Successful').first().waitFor();
      await takePicture(page, 'canary-waits');
      await production.version('stable').getByText('revision 1').waitFor();
      assert.equal(await production.version('candidate').count(), 0);
    },
  );

  goOn('holds it by the button Pause', async () => {
    const { page, staging } = story;
    await staging.act('Pause', { until: /The object now says: Paused/ });
    await staging.waitForSentence(/^Canary at 50 %, paused by hand/);
    await takePicture(page, 'paused');
  });

  goOn('finishes it by the button Promote', async () => {
    const { page, staging } = story;
    await staging.record();
    const plan = await staging.act('Promote', {
      before: () => takePicture(page, 'plan'),
      until: /The object now says: /,
    });
    assert.deepEqual(plan, [
      ['pause', 'CanaryPauseStep', 'ended'],
      ['step', '4 of 5', '5 of 5'],
      ['paused by hand', 'yes', 'no'],
    ]);
    await staging.waitForSentence('The stable version serves');
    const stable = staging.version('stable');
    await staging.waitFor(stable.filter({ hasText: `${name} v1.1.0` }));
    assert.equal(await staging.version('candidate').count(), 0);
    await takePicture(page, 'promoted');
  });
}
