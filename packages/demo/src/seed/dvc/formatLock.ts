import { ContentHash } from './hashes';

/** A stage's last run. `params` are YAML texts, a list of texts for a list. */
export interface LockedStage {
  name: string;
  command: string;
  deps: { path: string; hash: ContentHash }[];
  params: { key: string; value: string | string[] }[];
  outs: { path: string; hash: ContentHash }[];
}

const maxColumn = 80;

/** A plain scalar behind `start`, folded as ruamel.yaml does (`write_plain`). */
function foldPlain(start: string, text: string, margin: string): string {
  const done: string[] = [];
  let line = start;
  const breakLine = () => {
    done.push(line);
    line = margin;
  };
  text.split(' ').forEach((word, index) => {
    if (index > 0 && line.length >= maxColumn) breakLine();
    else if (index > 0) line += ' ';
    const isTooLong = line.length + word.length > maxColumn;
    // The space before the break stays.
    if (isTooLong && line.length > margin.length) breakLine();
    line += word;
  });
  return [...done, line].join('\n');
}

// A hash that YAML would read as a number is quoted.
const formatHash = (text: string) =>
  /^\d+(e\d+)?$/.test(text) ? `'${text}'` : text;

const formatEntry = ({ path, hash }: { path: string; hash: ContentHash }) =>
  [
    `    - path: ${path}`,
    '      hash: md5',
    `      md5: ${formatHash(hash.md5)}`,
    `      size: ${hash.size}`,
    ...(hash.nfiles === undefined ? [] : [`      nfiles: ${hash.nfiles}`]),
  ].join('\n');

const formatParam = ({ key, value }: LockedStage['params'][number]) =>
  Array.isArray(value)
    ? [`        ${key}:`, ...value.map(item => `        - ${item}`)].join('\n')
    : `        ${key}: ${value}`;

const by =
  <T>(keyOf: (item: T) => string) =>
  (one: T, other: T) =>
    keyOf(one) < keyOf(other) ? -1 : 1;

/** A stage's section of dvc.lock, without a line break at its end. */
export function formatStage({
  name,
  command,
  deps,
  params,
  outs,
}: LockedStage) {
  const byPath = by(({ path }: { path: string }) => path);
  return [
    `  ${name}:`,
    foldPlain('    cmd: ', command, '      '),
    '    deps:',
    ...[...deps].sort(byPath).map(formatEntry),
    ...(params.length > 0 ? ['    params:', '      params.yaml:'] : []),
    ...[...params].sort(by(({ key }) => key)).map(formatParam),
    '    outs:',
    ...[...outs].sort(byPath).map(formatEntry),
  ].join('\n');
}

/**
 * dvc.lock as DVC 3 writes it, stages in the order of their first run.
 * Source: dvc/stage/serialize.py, dvc/utils/serialize/_yaml.py.
 */
export const formatLock = (stages: readonly LockedStage[]) =>
  `schema: '2.0'\nstages:\n${stages.map(formatStage).join('\n')}\n`;
