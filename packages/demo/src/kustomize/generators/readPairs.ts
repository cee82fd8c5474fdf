import path from 'node:path';
import { KustomizeError, within } from '../KustomizeError';
import { Folder } from '../loading/Folder';
import { Generator } from '../loading/kustomizationSchema';

type Pair = [key: string, value: string];

/**
 * What a generator puts into its ConfigMap or Secret (api/kv). Throws
 * `KustomizeError`, also on a key that comes twice.
 */
export async function readPairs(
  generator: Generator,
  folder: Folder,
): Promise<Map<string, string>> {
  const { name, envs, literals, files } = generator;
  return within('loading KV pairs', async () => {
    const pairs = [
      ...(await within(`env source files: [${envs.join(' ')}]`, () =>
        readEnvs(envs, folder),
      )),
      ...(await within(`literal sources [${literals.join(' ')}]`, () =>
        literals.map(parseLiteral),
      )),
      ...(await within(`file sources: [${files.join(' ')}]`, () =>
        readFiles(files, folder),
      )),
    ];
    const map = new Map<string, string>();
    for (const [key, value] of pairs) {
      if (map.has(key)) {
        throw new KustomizeError(
          `configmap ${name} illegally repeats the key \`${key}\``,
        );
      }
      map.set(key, value);
    }
    return map;
  });
}

async function readEnvs(names: string[], folder: Folder): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const name of names) {
    const { text } = await folder.load(name);
    pairs.push(...parseLines(text));
  }
  return pairs;
}

function parseLines(text: string): Pair[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map(line => line.replace(/\r$/, '').trimStart())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map((line): Pair => {
      const at = line.indexOf('=');
      return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
    })
    .filter(([key]) => key !== '');
}

function parseLiteral(source: string): Pair {
  const at = source.indexOf('=');
  if (at <= 0) {
    throw new KustomizeError(
      `invalid literal source ${source}, expected key=value`,
    );
  }
  return [source.slice(0, at), removeQuotes(source.slice(at + 1))];
}

function removeQuotes(text: string): string {
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text;
}

async function readFiles(sources: string[], folder: Folder): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const source of sources) {
    const [key, name] = parseFileSource(source);
    const { text } = await folder.load(name);
    pairs.push([key, text]);
  }
  return pairs;
}

function parseFileSource(source: string): [key: string, file: string] {
  const parts = source.split('=');
  if (parts.length === 1) return [path.posix.basename(source), source];
  const [key, file] = parts;
  if (parts.length > 2) {
    throw new KustomizeError(
      `source "${source}" key name or file path contains '='`,
    );
  }
  if (key === '') {
    throw new KustomizeError(
      `missing key name for file path "${file}" in source "${source}"`,
    );
  }
  if (file === '') {
    throw new KustomizeError(
      `missing file path for key name "${key}" in source "${source}"`,
    );
  }
  return [key, file];
}
