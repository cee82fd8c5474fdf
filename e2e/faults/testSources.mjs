import assert from 'node:assert/strict';
import { worldPorts } from '../../scripts/demo/world.mjs';

const clusterAway = /^Cluster demo can’t be reached since \d.+/;
const argocdAway = /^Argo CD demo can’t be reached since \d.+/;
const argocdRefuses = /^Argo CD demo refuses our credentials since \d.+/;

/** A question to a server that takes it and says nothing. */
function askSilent(url) {
  const silent = { isAnswered: false };
  const leave = new AbortController();
  fetch(url, { signal: leave.signal }).then(
    () => {
      silent.isAnswered = true;
    },
    () => {},
  );
  return { silent, leave: () => leave.abort() };
}

/** Each live source fails while the pages are open, is told of, and comes back. */
export function testSources(story) {
  const { goOn, name, takePicture } = story;

  /** What was seen of the canary before is there still. */
  const expectLastKnown = async () => {
    const { production, pages } = story;
    await production.waitForSentence('Canary at 50 %, paused for approval');
    await production.version('candidate').getByText('v1.4.0').waitFor();
    await production.version('stable').getByText('v1.3.0').waitFor();
    await pages.overview.getByText(`${name} v1.4.0`).first().waitFor();
  };

  goOn(
    'cluster-down: says since when, and that its values are the last known',
    async () => {
      const { pages, production } = story;
      await pages.waitForBanner(clusterAway);
      await expectLastKnown();
      await production.card
        .getByText('last known, cluster unreachable')
        .waitFor();
      await pages.overview.getByText('last known').first().waitFor();
      for (const action of ['Promote', 'Abort', 'Pause']) {
        assert.equal(
          await production.button(action).isDisabled(),
          true,
          action,
        );
      }
      assert.equal(await pages.banner(pages.delivery, argocdAway).count(), 0);
      await pages.expectOtherTabs();
      await takePicture(pages.delivery, 'cluster-down-delivery');
      await takePicture(pages.overview, 'cluster-down-overview');
    },
  );

  goOn('cluster-down off: is well again by itself', async () => {
    const { fault, pages, production } = story;
    await fault('cluster-down', 'off');
    await pages.waitForRecovery(clusterAway);
    await production.button('Promote').waitFor();
    assert.equal(await production.button('Promote').isDisabled(), false);
  });

  goOn('argocd-down: leaves what the cluster says as it is', async () => {
    const { fault, pages, production } = story;
    await fault('argocd-down');
    await pages.waitForBanner(argocdAway);
    await expectLastKnown();
    assert.equal(await pages.banner(pages.delivery, clusterAway).count(), 0);
    assert.equal(
      await production.card.getByText(/^last known, cluster/).count(),
      0,
    );
    assert.equal(await production.button('Promote').isDisabled(), false);
    await production.section
      .getByRole('button', {
        name: /^Argo CD: Synced .* \(last known: unreachable\)/,
      })
      .waitFor();
    await pages.expectOtherTabs();
    await takePicture(pages.delivery, 'argocd-down-delivery');
    await takePicture(pages.overview, 'argocd-down-overview');
    await fault('argocd-down', 'off');
    await pages.waitForRecovery(argocdAway);
  });

  goOn(
    'argocd-hangs and cluster-hangs: keep no page waiting for an answer',
    async () => {
      const { demo, fault, pages, place } = story;
      await fault('argocd-hangs');
      await fault('cluster-hangs');
      const { cluster } = worldPorts(place.worldPort);
      const questions = [demo.argocdUrl, `http://localhost:${cluster}`].map(
        url => askSilent(`${url}/api`),
      );
      // Nobody knows yet that they are silent: a page comes all the same.
      const early = await pages.open('ml-delivery');
      await early.getByText('Canary at 50 %').first().waitFor();
      await early.close();
      await pages.waitForBanner(clusterAway);
      await pages.waitForBanner(argocdAway);
      await expectLastKnown();
      await pages.expectOtherTabs();
      const late = await pages.open('ml-overview');
      await pages.banner(late, clusterAway).waitFor();
      await pages.banner(late, argocdAway).waitFor();
      await late.getByText(`${name} v1.4.0`).first().waitFor();
      await late.close();
      for (const { silent, leave } of questions) {
        assert.equal(silent.isAnswered, false);
        leave();
      }
      await takePicture(pages.delivery, 'both-hang-delivery');
      await fault('argocd-hangs', 'off');
      await fault('cluster-hangs', 'off');
      await pages.waitForRecovery(clusterAway, argocdAway);
    },
  );

  goOn('token-expired: says where a new token is given', async () => {
    const { fault, pages } = story;
    await fault('token-expired');
    await pages.waitForBanner(argocdRefuses);
    await pages
      .banner(pages.delivery, argocdRefuses)
      .filter({ hasText: 'argocd.appLocatorMethods' })
      .waitFor();
    await expectLastKnown();
    assert.equal(await pages.banner(pages.delivery, clusterAway).count(), 0);
    await takePicture(pages.delivery, 'token-expired-delivery');
    await fault('token-expired', 'off');
    await pages.waitForRecovery(argocdRefuses);
  });
}
