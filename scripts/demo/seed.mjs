import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../toolchain/paths.mjs';

const require = createRequire(import.meta.url);

/**
 * At the first start makes the example: fraud-detector, from the template, with its
 * history. Answers whether it is there.
 */
export async function seedDemo({ state, world, backstage, laps }) {
  const { seedDemo: seed } = require(path.join(
    root,
    'packages/demo/dist/world.cjs',
  ));
  let isFirst = true;
  return seed({
    directory: state.directory,
    backstageUrl: backstage.url,
    forge: {
      ...world.account,
      url: world.urls.forge,
      organisation: world.organisation,
    },
    dvcRemote: { ...world.account, url: world.urls.dvcRemote },
    world: { store: world.store, timeline: world.timeline },
    say(line) {
      if (isFirst) laps.begin('making the example fraud-detector, once');
      isFirst = false;
      console.log(`  ${line}`);
    },
  });
}
