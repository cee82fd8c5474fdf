// npm run demo: sets everything up, starts the world and Backstage, says where
// they are, and runs until it is stopped.

import './lib/endWithParent.mjs';
import { buildForDemo } from './build/buildForDemo.mjs';
import { startBackstage } from './demo/backstage.mjs';
import { writeConfiguration } from './demo/configuration.mjs';
import { openControl } from './demo/control.mjs';
import { createLaps } from './demo/laps.mjs';
import { describeDemo } from './demo/describeDemo.mjs';
import { switchFault } from './demo/fault.mjs';
import { parseDemoOptions, usage } from './demo/options.mjs';
import { seedDemo } from './demo/seed.mjs';
import { openState, stateDirectory } from './demo/state.mjs';
import { startWorld } from './demo/world.mjs';
import { endAllOnSignal } from './lib/processes.mjs';
import { endWithSentence } from './toolchain/failures.mjs';

async function demo(options) {
  const laps = createLaps();
  const stopping = [];
  let hasFailed = false;
  const lifetime = endAllOnSignal(async () => {
    // After a failure its sentence is the last word.
    if (!hasFailed) console.log('\nstopping');
    await Promise.all(stopping.map(work => work()));
  });
  try {
    const state = await openState(options);
    await buildForDemo(laps);
    laps.begin('starting the world around Backstage');
    const world = await startWorld(state, `http://localhost:${options.port}`);
    stopping.push(() => world.close());
    const control = await openControl(state.directory, world.faults);
    stopping.push(() => control.close());
    laps.begin('starting Backstage');
    const backstage = await startBackstage({
      state,
      port: options.port,
      configuration: writeConfiguration(state, options.port, world),
    });
    const hasExample = await seedDemo({ state, world, backstage, laps });
    console.log(`\n${laps.report()}\n`);
    console.log(describeDemo({ state, world, backstage, hasExample }));
    await backstage.ended;
  } catch (error) {
    hasFailed = true;
    // What fails because it is being stopped is no news.
    if (!lifetime.isStopping()) endWithSentence(error);
  }
  await lifetime.stop(1);
}

try {
  const options = parseDemoOptions(process.argv.slice(2));
  if (options.help) console.log(usage);
  else if (options.fault) {
    console.log(await switchFault(stateDirectory, options.fault));
  } else await demo(options);
} catch (error) {
  endWithSentence(error);
}
