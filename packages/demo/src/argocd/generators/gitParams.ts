import { TreeEntry } from '@gitops-ml/git';
import { GitGenerator } from '../contract';
import { RepositoryError } from '../git/RepositoryError';
import { RepositoryTree } from '../git/RepositoryReader';
import { JsonObject } from '../json';
import { sanitizeName } from '../template/sanitizeName';
import { paramsError } from './GenerateError';
import { matchesPath, matchesPathspec } from './matchPath';
import { GeneratorContext, Params } from './Params';
import { parseParameterFile } from './parseParameterFile';

const prefix = 'error generating params from git';

/** Parameters from the files or folders of a repository (generators/git.go). Throws `GenerateError`. */
export async function createGitParams(
  generator: GitGenerator,
  context: GeneratorContext,
): Promise<Params[]> {
  const { repoURL, revision = '', directories = [], files = [] } = generator;
  if (directories.length === 0 && files.length === 0) {
    throw paramsError('ApplicationSet is empty');
  }
  const what =
    directories.length > 0
      ? 'error getting directories from repo: error retrieving Git Directories'
      : 'error retrieving Git files';
  const found = await context.reader
    .withTree(repoURL, revision, context.credentialsOf(repoURL), tree =>
      directories.length > 0
        ? Promise.resolve(listFolders(tree, directories))
        : readFiles(tree, files),
    )
    .catch((error: unknown) => {
      if (!(error instanceof RepositoryError)) throw error;
      const words = describeFailure(error, generator);
      throw paramsError(
        `${prefix}: ${what}: rpc error: code = Internal desc = ${words}`,
        words,
      );
    });
  return found.map(params =>
    addValues(place(params, generator), generator, context),
  );
}

function describeFailure(
  { stage, message }: RepositoryError,
  { repoURL, revision, files }: GitGenerator,
): string {
  if (stage === 'resolve') return `unable to resolve git revision : ${message}`;
  const pattern = files?.[0] ? ` pattern ${files[0].path}` : '';
  return `unable to checkout git repo ${repoURL} with revision ${revision}${pattern}: ${message}`;
}

type Patterns = { path: string; exclude?: boolean }[];

/** What a file or folder gives: its own content, and where it is. */
interface Found {
  content: JsonObject;
  path: JsonObject;
}

function listFolders(tree: RepositoryTree, patterns: Patterns): Found[] {
  const folders = new Set(
    tree.entries.flatMap(({ path }) => foldersAbove(path)),
  );
  return [...folders]
    .sort()
    .filter(folder => !/(^|\/)\./.test(folder))
    .filter(folder => isSelected(patterns, folder, matchesPath))
    .map(folder => ({ content: {}, path: describeFolder(folder) }));
}

async function readFiles(
  tree: RepositoryTree,
  patterns: Patterns,
): Promise<Found[]> {
  const entries = tree.entries
    .filter(({ kind }) => kind === 'blob')
    .filter(({ path }) => isSelected(patterns, path, matchesPathspec))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const found: Found[] = [];
  for (const entry of entries) found.push(...(await readFile(tree, entry)));
  return found;
}

async function readFile(
  tree: RepositoryTree,
  entry: TreeEntry,
): Promise<Found[]> {
  const parsed = parseParameterFile(await tree.read(entry));
  if (parsed.kind === 'broken') {
    throw paramsError(
      `${prefix}: unable to process file '${entry.path}': unable to parse file: ${parsed.message}`,
    );
  }
  const filename = baseName(entry.path);
  const path = {
    ...describeFolder(folderOf(entry.path)),
    filename,
    filenameNormalized: sanitizeName(filename),
  };
  return parsed.sets.map(content => ({ content, path }));
}

/** Some pattern takes it, and none excludes it. */
function isSelected(
  patterns: Patterns,
  path: string,
  matches: (pattern: string, path: string) => boolean,
): boolean {
  const matching = patterns.filter(pattern => matches(pattern.path, path));
  return matching.length > 0 && !matching.some(({ exclude }) => exclude);
}

function describeFolder(folder: string): JsonObject {
  const basename = baseName(folder);
  return {
    path: folder,
    basename,
    basenameNormalized: sanitizeName(basename),
    segments: folder.split('/'),
  };
}

function place({ content, path }: Found, generator: GitGenerator): Params {
  const name = generator.pathParamPrefix;
  return name ? { ...content, [name]: { path } } : { ...content, path };
}

function addValues(
  params: Params,
  { values }: GitGenerator,
  { render }: GeneratorContext,
): Params {
  if (!values) return params;
  const rendered = Object.entries(values).map(([key, template]) => [
    key,
    render(template, params),
  ]);
  return { ...params, values: Object.fromEntries(rendered) };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
}

function foldersAbove(file: string): string[] {
  const segments = file.split('/').slice(0, -1);
  return segments.map((_segment, at) => segments.slice(0, at + 1).join('/'));
}
