import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isSupportedGit, parseGitVersion, requireGit } from './requireGit';
import { createTemporaryFolder, removeFolder } from './testUtils';

const before = process.env.PATH;
let folder: string;

beforeEach(() => {
  folder = createTemporaryFolder();
});

afterEach(() => {
  process.env.PATH = before;
  removeFolder(folder);
});

it.each([
  ['git version 2.39.5', '2.39.5', true],
  ['git version 2.30.0', '2.30.0', true],
  ['git version 2.39.5 (Apple Git-154)', '2.39.5', true],
  ['git version 2.45.1.windows.1', '2.45.1', true],
  ['git version 3.0', '3.0', true],
  ['git version 2.29.3', '2.29.3', false],
  ['git version 1.99.0', '1.99.0', false],
])('%j is %j, supported: %j', (text, version, supported) => {
  expect(parseGitVersion(text)).toBe(version);
  expect(isSupportedGit(version)).toBe(supported);
});

it('accepts the git of this machine', async () => {
  await expect(requireGit()).resolves.toMatch(/^2\.\d+/);
});

it('says in a sentence that git is missing or old', async () => {
  process.env.PATH = folder;
  await expect(requireGit()).rejects.toThrow(
    'git was not found. Install git 2.30 or newer and put it on the PATH.',
  );
  const fake = path.join(folder, 'git');
  writeFileSync(fake, '#!/bin/sh\necho git version 2.20.1\n');
  chmodSync(fake, 0o755);
  await expect(requireGit()).rejects.toThrow(
    'git 2.30 or newer is needed; the one on the PATH says "git version 2.20.1".',
  );
});
