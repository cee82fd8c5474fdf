// Takes the documentation's pictures anew, light and dark, from a demo of its own:
//
//   node scripts/toolchain.mjs --git node scripts/screenshots.mjs [--only NAME,…] [--port N --world-port N]

import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser, whyNoBrowser } from '../e2e/browser.mjs';
import {
  createDemoPlace,
  startDemo,
  waitForEntity,
} from '../e2e/demoWorld.mjs';
import { switchFault } from './demo/fault.mjs';
import { decodePng, encodePalettePng } from './screenshots/png.mjs';
import { reduceColours } from './screenshots/reduceColours.mjs';
import {
  created,
  createByForm,
  createdScenes,
  scenes,
} from './screenshots/scenes.mjs';
import {
  rejectedScenes,
  releaseGoodAndBad,
  runningScenes,
  silentScenes,
  waitingScenes,
} from './screenshots/liveScenes.mjs';
import { root } from './toolchain/paths.mjs';

const width = 1400;
const limitMilliseconds = 60_000;
const target = path.join(root, 'docs/images');

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    port: { type: 'string', default: '7007' },
    'world-port': { type: 'string', default: '3200' },
  },
});
const only = values.only?.split(',');
const isWanted = ({ name }) => !only || only.includes(name);

async function openPage(browser, colorScheme, demo) {
  const context = await browser.newContext({
    viewport: { width, height: 1000 },
    colorScheme,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(limitMilliseconds);
  const page = await context.newPage();
  await page.goto(demo.url);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'fraud-detector' }).first().waitFor();
  return page;
}

function shrink(png) {
  const { pixels, ...size } = decodePng(png);
  return encodePalettePng({ ...size, ...reduceColours(pixels) });
}

async function take(page, scene, theme, demo) {
  await page.setViewportSize({ width, height: scene.height });
  await page.goto(`${demo.url}${scene.path}`);
  await scene.ready(page);
  // No caret, no tooltip, no transition half way.
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement?.blur());
  await page.waitForTimeout(1000);
  const clip = await scene.clip?.(page);
  const picture = shrink(await page.screenshot({ clip }));
  const file = `${scene.name}-${theme}.png`;
  fs.writeFileSync(path.join(target, file), picture);
  console.log(`${file} ${Math.ceil(picture.length / 1000)} kB`);
}

async function takeAll(pages, wanted, demo) {
  for (const [theme, page] of Object.entries(pages)) {
    for (const scene of wanted.filter(isWanted)) {
      await take(page, scene, theme, demo);
    }
  }
}

/** With the cluster's server down, and up again at the end. */
async function takeSilent(pages, demo) {
  if (!silentScenes.some(isWanted)) return;
  const fault = { name: 'cluster-down' };
  await switchFault(demo.place.state, { ...fault, isOn: true });
  await takeAll(pages, silentScenes, demo);
  await switchFault(demo.place.state, { ...fault, isOn: false });
}

async function takeCreated(pages, demo) {
  const before = [...createdScenes(''), ...waitingScenes(created)];
  const rejected = rejectedScenes(created);
  if (![...before, ...rejected].some(isWanted)) return;
  const taskPath = await createByForm(pages.light, demo.url);
  await waitForEntity(demo, `component/default/${created}`);
  await takeAll(
    pages,
    [...createdScenes(taskPath), ...waitingScenes(created)],
    demo,
  );
  if (!rejected.some(isWanted)) return;
  const directory = path.join(demo.place.directory, created);
  await releaseGoodAndBad(pages.light, { demo, directory, name: created });
  await takeAll(pages, rejected, demo);
}

async function run(demo, browser) {
  await waitForEntity(demo, 'component/default/fraud-detector');
  const pages = {
    light: await openPage(browser, 'light', demo),
    dark: await openPage(browser, 'dark', demo),
  };
  await takeAll(pages, [...scenes, ...runningScenes], demo);
  await takeSilent(pages, demo);
  await takeCreated(pages, demo);
}

if (whyNoBrowser) throw new Error(whyNoBrowser);
const place = {
  ...(await createDemoPlace()),
  port: Number(values.port),
  worldPort: Number(values['world-port']),
};
const demo = { ...(await startDemo(place)), place };
const browser = await launchBrowser();
try {
  await run(demo, browser);
} finally {
  await browser.close();
  await demo.stop();
  place.remove();
}
