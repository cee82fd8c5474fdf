const clusterAway = /^Cluster demo can’t be reached since .+/;

/** The cluster goes just before somebody presses a button. */
export function testActing(story) {
  const { goOn, takePicture } = story;

  goOn('let an action say what failed', async () => {
    const { fault, staging, pages } = story;
    const { delivery } = pages;
    // The page is not told meanwhile: its next question is kept waiting.
    const { promise: released, resolve: release } = Promise.withResolvers();
    const isDeliveries = url => url.pathname.endsWith('/delivery');
    await delivery.route(isDeliveries, async route => {
      await released;
      await route.continue();
    });
    await fault('cluster-down');
    await staging.button('Promote').click();
    const dialog = delivery.getByRole('dialog');
    await dialog
      .getByRole('alert')
      .filter({
        hasText: /The cluster of Rollout .+ gives no answer: ECONNREFUSED \(/,
      })
      .waitFor();
    await takePicture(delivery, 'action-failed');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    release();
    await pages.banner(delivery, clusterAway).waitFor({ timeout: 120_000 });
  });
}
