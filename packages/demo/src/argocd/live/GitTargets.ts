import { createHash } from 'node:crypto';
import path from 'node:path';
import { parseObject } from '../../cluster/contract';
import { StatusError } from '../../cluster/StatusError';
import { renderOverlay } from '../../kustomize/renderOverlay';
import { SourceTree } from '../../kustomize/SourceTree';
import { RepositoryError } from '../git/RepositoryError';
import {
  RepositoryCredentials,
  RepositoryReader,
  RepositoryTree,
} from '../git/RepositoryReader';
import { TargetQuery, Targets, TargetSource } from './Targets';

const refusal =
  'Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc =';

/** How many renderings are remembered. */
const maxRemembered = 500;

const keyOf = ({ source, generatePaths }: TargetQuery, oid: string) =>
  JSON.stringify([source.repoURL, source.path, generatePaths, oid]);

/** Renders overlays of the forge's repositories at the commit that a revision names. */
export class GitTargets implements TargetSource {
  readonly #rendered = new Map<string, Promise<Targets>>();

  constructor(
    private readonly reader: RepositoryReader,
    private readonly credentialsOf: (
      url: string,
      project: string,
    ) => RepositoryCredentials,
  ) {}

  async load(query: TargetQuery): Promise<Targets> {
    const { source, project } = query;
    const { repoURL } = source;
    const wanted = query.revision ?? source.targetRevision ?? 'HEAD';
    const find = (revision: string) =>
      query.isHard ? undefined : this.#rendered.get(keyOf(query, revision));
    try {
      // A full commit needs no resolving, and its manifests stay what they are.
      const known = find(wanted);
      if (known) return await known;
      const credentials = this.credentialsOf(repoURL, project);
      const oid = await this.reader.resolve(repoURL, wanted, credentials);
      const rendered = find(oid);
      if (rendered) return await rendered;
      const rendering = this.reader.withTree(repoURL, oid, credentials, tree =>
        render(query, tree),
      );
      this.#remember(keyOf(query, oid), rendering);
      return await rendering;
    } catch (error) {
      if (!(error instanceof RepositoryError)) throw error;
      return { kind: 'failed', message: `${refusal} ${error.message}` };
    }
  }

  #remember(key: string, rendering: Promise<Targets>): void {
    this.#rendered.set(key, rendering);
    // What could not be read is read again.
    rendering.catch(() => this.#rendered.delete(key));
    const [oldest] = this.#rendered.keys();
    if (this.#rendered.size > maxRemembered) this.#rendered.delete(oldest);
  }
}

async function render(
  { source, generatePaths }: TargetQuery,
  tree: RepositoryTree,
): Promise<Targets> {
  const directory = path.posix.normalize(source.path ?? '.');
  const isThere = tree.entries.some(
    entry => directory === '.' || entry.path.startsWith(`${directory}/`),
  );
  if (!isThere) {
    const message = `${refusal} ${source.path}: app path does not exist`;
    return { kind: 'failed', message };
  }
  const rendering = await renderOverlay(createTree(tree), directory);
  if ('error' in rendering) {
    return { kind: 'failed', message: rendering.error.message };
  }
  const digest = generatePaths && readDigest(tree, directory, generatePaths);
  try {
    return {
      kind: 'loaded',
      revision: tree.commit,
      objects: rendering.objects.map(parseObject),
      ...(digest && { digest }),
    };
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return { kind: 'failed', message: `${refusal} ${error.message}` };
  }
}

/** The files of a commit, as the renderer reads them. */
function createTree(tree: RepositoryTree): SourceTree {
  const files = new Map(tree.entries.map(entry => [entry.path, entry]));
  const folders = new Map<string, Set<string>>();
  for (const { path: file } of tree.entries) {
    const parts = file.split('/');
    parts.forEach((name, at) => {
      const folder = parts.slice(0, at).join('/');
      const names = folders.get(folder) ?? new Set();
      folders.set(folder, names.add(name));
    });
  }
  return {
    async read(file) {
      const entry = files.get(file);
      return entry && tree.read(entry);
    },
    list: async directory => [...(folders.get(directory) ?? [])],
  };
}

/** Equal where nothing changed below the paths; one with a slash in front is from the root. */
function readDigest(
  { entries }: RepositoryTree,
  directory: string,
  generatePaths: string,
): string {
  const folders = generatePaths
    .split(';')
    .filter(Boolean)
    .map(item =>
      path.posix.normalize(
        item.startsWith('/') ? item.slice(1) : path.posix.join(directory, item),
      ),
    )
    .map(folder => folder.replace(/\/$/, ''));
  const hash = createHash('sha256');
  for (const entry of entries) {
    const isBelow = folders.some(
      folder =>
        folder === '.' ||
        entry.path === folder ||
        entry.path.startsWith(`${folder}/`),
    );
    if (isBelow) hash.update(`${entry.path}\0${entry.oid}\n`);
  }
  return hash.digest('hex');
}
