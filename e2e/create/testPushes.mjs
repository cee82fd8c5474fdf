import path from 'node:path';
import { describePush, seePush } from '../entityPage.mjs';
import { cloneCreated } from './cloneCreated.mjs';

const newerData = '3333333'.padEnd(32, '0');

/** Pushes to the repository that was made, and what the open page shows of them. */
export function testPushes(story) {
  const { name, takePicture, goOn } = story;
  const row = text => story.entityPage.row(text);
  const features = count =>
    row('account_activity').getByRole('gridcell', { name: count, exact: true });

  const pushes = [
    {
      title: 'a changed pointer',
      tab: 'Data versions',
      shown: () => row('data/raw/transactions.csv'),
      wanted: () => row('data/raw/transactions.csv').getByText('data:3333333'),
      push: clone => clone.pushPointer(newerData),
    },
    {
      title: 'a new GTO tag',
      tab: 'Model versions',
      shown: () => story.page.getByText(`gto register ${name}`),
      wanted: () => row('v0.1.0'),
      push: clone => clone.pushTag('v0.1.0'),
    },
    {
      title: 'a changed feature view',
      tab: 'Feature views',
      shown: () => features('2'),
      wanted: () => features('3'),
      push: clone => clone.pushFeature('account_largest_cents'),
    },
  ];

  let created;
  const cloneOnce = async () => {
    const directory = path.join(story.place.directory, name);
    created ??= await cloneCreated(directory, story.demo.pushUrl(name), name);
    return created;
  };

  for (const { title, tab, shown, wanted, push } of pushes) {
    goOn(describePush(title), async () => {
      const { page, entityPage } = story;
      const clone = await cloneOnce();
      await entityPage.openTab(tab);
      await seePush(page, { shown, wanted, push: () => push(clone) });
      await takePicture(page, title);
    });
  }
}
