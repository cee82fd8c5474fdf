import { JsonObject } from '../../../reading/isJsonObject';
import { sanitizeName } from '../template/sanitizeName';
import { Asking, Params, RepositoryFile } from './Asking';
import { paramsError } from './GenerateError';
import { GitGenerator } from './generatorSchema';
import { matchesPath, matchesPathspec } from './matchPath';
import { parseParameterFile } from './parseParameterFile';
import { Render } from './Render';

/** Parameters from the files or folders of a repository (generators/git.go). Throws `GenerateError`. */
export function* createGitParams(
  generator: GitGenerator,
  render: Render,
): Asking<Params[]> {
  const { directories = [], files = [] } = generator;
  if (directories.length === 0 && files.length === 0) {
    throw paramsError('ApplicationSet is empty');
  }
  const ofFolders = directories.length > 0;
  const reads = (path: string) =>
    !ofFolders && isSelected(files, path, matchesPathspec);
  const found = yield { generator, reads };
  const all = ofFolders ? listFolders(found, directories) : readFiles(found);
  return all.map(each => addValues(place(each, generator), generator, render));
}

type Patterns = { path: string; exclude?: boolean }[];

/** What a file or folder gives: its own content, and where it is. */
interface Found {
  content: JsonObject;
  path: JsonObject;
}

function listFolders(files: RepositoryFile[], patterns: Patterns): Found[] {
  const folders = new Set(files.flatMap(({ path }) => foldersAbove(path)));
  return [...folders]
    .sort()
    .filter(folder => !/(^|\/)\./.test(folder))
    .filter(folder => isSelected(patterns, folder, matchesPath))
    .map(folder => ({ content: {}, path: describeFolder(folder) }));
}

function readFiles(files: RepositoryFile[]): Found[] {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, text }) => (text === undefined ? [] : read(path, text)));
}

function read(file: string, text: string): Found[] {
  const parsed = parseParameterFile(text);
  if (parsed.kind === 'broken') {
    throw paramsError(
      `error generating params from git: unable to process file '${file}': unable to parse file: ${parsed.message}`,
    );
  }
  const filename = baseName(file);
  const path = {
    ...describeFolder(folderOf(file)),
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
  render: Render,
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
