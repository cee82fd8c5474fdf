import { Glob, matchGlob, parseGlob } from './matchGlob';

type Segment =
  | { kind: 'any-depth' }
  | { kind: 'whole' }
  | { kind: 'glob'; glob: Glob };

/** A line of `.dvcignore`, seen from the root of its DVC repository. */
export interface IgnorePattern {
  isNegated: boolean;
  /** Written with a slash at the end: it is for folders alone. */
  isForFolders: boolean;
  segments: Segment[];
}

/**
 * Parses a line of the `.dvcignore` in `folder`; `undefined` for one that says nothing.
 * Source: dvc/pathspec_math.py change_rule; pathspec GitIgnoreSpecPattern.
 */
export function parseIgnorePattern(
  line: string,
  folder: string,
): IgnorePattern | undefined {
  const isNegated = line.startsWith('!');
  const text = isNegated ? line.slice(1) : line;
  if (text === '' || text === '/') return undefined;
  const written = folder === '' ? text : moveTo(folder, text);
  const parts = normalizeParts(written.split('/'));
  const isForFolders = text.endsWith('/');
  if (saysNothing(parts, isForFolders)) return undefined;
  const segments = parts.map(parseSegment);
  const known = segments.filter((s): s is Segment => s !== undefined);
  if (known.length === 0 || known.length < segments.length) return undefined;
  return { isNegated, isForFolders, segments: known };
}

// To Git `**/`, `*/` and `**/*/**` are every folder; to DVC they match nothing.
function saysNothing(parts: string[], isForFolders: boolean): boolean {
  const all = parts.join();
  return all === '**,*,**' || (isForFolders && all === '**');
}

/** DVC merges the files of all folders by rewriting the patterns for the root. */
function moveTo(folder: string, text: string): string {
  const isAnchored = text.slice(0, -1).includes('/') && !text.startsWith('**/');
  const rest = (
    isAnchored ? text.replace(/^\//, '') : text.replace(/^\*\*\//, '')
  ).replace(/^\\/, '');
  return `/${escapeFolder(folder)}/${isAnchored ? '' : '**/'}${rest}`;
}

/** A folder is a name, not a pattern. */
function escapeFolder(folder: string): string {
  return folder.replace(/[\\*?[\]]/g, '\\$&');
}

function normalizeParts(parts: string[]): string[] {
  const isSingle = parts.length === 1 || (parts.length === 2 && !parts[1]);
  const rooted = parts[0] === '' ? parts.slice(1) : parts;
  const isLoose = parts[0] !== '' && isSingle && parts[0] !== '**';
  const all = isLoose ? ['**', ...rooted] : rooted;
  const ended = all.map((part, index) =>
    part === '' && index === all.length - 1 ? '**' : part,
  );
  return ended.filter(
    (part, index) => part !== '**' || ended[index - 1] !== '**',
  );
}

function parseSegment(part: string): Segment | undefined {
  if (part === '**') return { kind: 'any-depth' };
  if (part === '*') return { kind: 'whole' };
  const glob = parseGlob(part);
  return glob && { kind: 'glob', glob };
}

/**
 * Does the pattern match a path, given by its parts? A folder is also tried with an empty
 * part behind it. What lies below a match matches too, for negated patterns as well:
 * DVC differs from Git there.
 */
export function matchIgnorePattern(
  { segments }: IgnorePattern,
  parts: string[],
): boolean {
  const [first] = segments;
  if (segments.length === 1 && first.kind === 'any-depth') {
    return true;
  }
  let starts = [0];
  for (const [index, segment] of segments.entries()) {
    if (segment.kind !== 'any-depth') {
      starts = starts
        .filter(at => at < parts.length && matchPart(segment, parts[at]))
        .map(at => at + 1);
    } else if (index === segments.length - 1) {
      return starts.some(at => at > 0 && at < parts.length);
    } else {
      const from = starts[0] ?? parts.length;
      starts = parts.map((_, at) => at).slice(from);
    }
    if (starts.length === 0) return false;
  }
  return true;
}

function matchPart(
  segment: Exclude<Segment, { kind: 'any-depth' }>,
  part: string,
): boolean {
  return segment.kind === 'whole' ? part !== '' : matchGlob(segment.glob, part);
}
