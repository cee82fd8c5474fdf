// What there is of each task in the end, as the world and the catalog say it.

import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { send, waitFor } from './tasks.mjs';

const execute = promisify(execFile);

async function ask(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

const basic = ({ username, password }) => ({
  authorization: `Basic ${Buffer.from(`${username}:${password}`).toString(
    'base64',
  )}`,
});

const repositoryUrl = ({ urls, organisation }, name) =>
  `${urls.forge}/api/v1/repos/${organisation}/${name}`;

/** The forge's word about one repository. */
export const readRepository = (world, name) => ask(repositoryUrl(world, name));

/** What the guide tells a person to do with what the publish step left. */
export async function deleteRepository(world, name) {
  const response = await fetch(repositoryUrl(world, name), {
    method: 'DELETE',
    headers: basic(world.account),
  });
  if (response.status !== 204) throw new Error(`${name}: ${response.status}`);
}

/** The names of all that Argo CD has of a kind, e.g. `applicationsets`. */
export async function listArgoCd({ urls, account }, kind) {
  const api = `${urls.argocd}/api/v1`;
  const { token } = await ask(`${api}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password: account.password }),
  });
  const { items } = await ask(`${api}/${kind}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return items.map(({ metadata }) => metadata.name).sort();
}

export async function listRepositories({ urls, organisation }) {
  const url = `${urls.forge}/api/v1/orgs/${organisation}/repos?limit=50`;
  return (await ask(url)).map(({ name }) => name).sort();
}

/** The components of the catalog, once it has `count`. */
export const listComponents = (backstage, count) =>
  waitFor(`${count} components`, async () => {
    const where = '/api/catalog/entities?filter=kind=component';
    const components = await send(backstage, 'GET', where);
    if (components.length < count) return undefined;
    return components.map(({ metadata }) => metadata.name).sort();
  });

/** What the catalog was told to read. */
export const listLocations = async backstage =>
  (await send(backstage, 'GET', '/api/catalog/locations'))
    .map(({ data }) => data.target)
    .filter(target => target.startsWith('http'))
    .sort();

/**
 * A repository as a clone has it: its branches, its commits' subjects, its files
 * with the task's name taken out, and the hash of its tracked data.
 */
export async function readClone({ urls, organisation }, name, directory) {
  const folder = path.join(directory, 'clones', name);
  const url = `${urls.forge}/${organisation}/${name}.git`;
  await execute('git', ['clone', '--quiet', url, folder], { timeout: 60_000 });
  const git = async (...args) =>
    (await execute('git', ['-C', folder, ...args])).stdout.trim().split('\n');
  const paths = await git('ls-files');
  const withoutName = text =>
    text
      .replaceAll(name, 'NAME')
      .replaceAll(name.replaceAll('-', '_'), 'NAME_');
  const pointer = fs.readFileSync(
    path.join(folder, 'data/raw/transactions.csv.dvc'),
    'utf8',
  );
  return {
    branches: await git('ls-remote', '--heads', 'origin').then(lines =>
      lines.map(line => line.split('\t')[1]),
    ),
    subjects: await git('log', '--all', '--format=%s'),
    files: Object.fromEntries(
      paths.map(file => [
        withoutName(file),
        withoutName(fs.readFileSync(path.join(folder, file), 'utf8')),
      ]),
    ),
    md5: /md5: (\w{32})/.exec(pointer)[1],
  };
}

/** Whether the bytes with this hash are on the remote of a repository. */
export async function hasObject({ urls }, name, md5) {
  const place = `files/md5/${md5.slice(0, 2)}/${md5.slice(2)}`;
  return (await fetch(`${urls.dvcRemote}/${name}/${place}`)).ok;
}

/** The files below a directory that hold a text, byte by byte. */
export function findText(directory, text) {
  return fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => fs.readFileSync(file).includes(text));
}
