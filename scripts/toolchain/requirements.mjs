import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { Failure } from './failures.mjs';

const oldestNode = 20;
const oldestGit = [2, 30];

export function checkPlatform(platform = process.platform) {
  if (platform === 'win32') {
    throw new Failure(
      'Windows is not supported. Run this inside WSL 2, or on Linux or macOS.',
    );
  }
}

export function checkNode(version = process.versions.node) {
  if (Number(version.split('.')[0]) < oldestNode) {
    throw new Failure(
      `Node ${version} is too old: Node ${oldestNode} or newer is needed to start (from nodejs.org or your package manager).`,
    );
  }
}

// What the bundler, Node's loader, the catalog's globs or the PATH take for something else.
const misread = /[%#?!*:[\]]/;

/** Refuses a folder whose path the tools can't work in; spaces and letters of any kind are fine. */
export function checkFolder(directory) {
  const sign = misread.exec(directory)?.[0];
  if (sign) {
    throw new Failure(
      `The path of this folder holds "${sign}", which tools that are used here can't read: ${directory}. Move or rename it, then run the same command again.`,
    );
  }
}

/** What is wrong with the git that printed `text` for `git --version`, or undefined. */
export function describeOldGit(text) {
  const found = /(\d+)\.(\d+)/.exec(text);
  if (!found) return `git printed no version, but "${text.trim()}".`;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  const oldEnough =
    major > oldestGit[0] || (major === oldestGit[0] && minor >= oldestGit[1]);
  return oldEnough
    ? undefined
    : `git ${found[0]} is too old: git ${oldestGit.join(
        '.',
      )} or newer is needed.`;
}

export function checkGit() {
  const { error, stdout } = spawnSync('git', ['--version'], {
    encoding: 'utf8',
  });
  if (error) {
    throw new Failure(
      `git is not to be found on the PATH. Install git ${oldestGit.join(
        '.',
      )} or newer, then run the same command again.`,
    );
  }
  const complaint = describeOldGit(stdout);
  if (complaint) {
    throw new Failure(
      `${complaint} Upgrade git, then run the same command again.`,
    );
  }
}

/** The megabytes that are free on the disk of a folder. */
export function readRoom(directory) {
  const { bavail, bsize } = fs.statfsSync(directory);
  return Math.floor((bavail * bsize) / 1_000_000);
}

/** Refuses to begin something that writes `megabytes` below `directory` when there is less room. */
export function checkRoom(directory, megabytes) {
  const free = readRoom(directory);
  if (free < megabytes) {
    throw new Failure(
      `Only ${free} MB are free on the disk of ${directory}, and about ${megabytes} MB are needed. Free some room, then run the same command again.`,
    );
  }
}
