/** A section of a ConfigObj file; names and keys in lower case, as DVC takes them. */
export interface ConfigSection {
  name: string;
  line: number;
  entries: { key: string; value: string; line: number }[];
}

interface ParsedConfig {
  sections: ConfigSection[];
  /** Never quote a line: it may hold a secret. */
  errors: { line: number; reason: string }[];
}

const SECTION =
  /^\s*((?:\[\s*)+)("\s*\S.*?\s*"|'\s*\S.*?\s*'|[^'"\s].*?)((?:\s*\])+)\s*(?:#.*)?$/;
const KEYWORD = /^\s*(".*?"|'.*?'|[^'"=].*?)\s*=\s*(.*)$/;

/**
 * Parses the INI dialect of ConfigObj, as far as DVC uses it: sections of one level,
 * comments, quoted and triple-quoted values, lists by comma. A line that can't be read
 * is an error and the rest is kept.
 * Source: configobj/__init__.py `_parse`, `_handle_value`, `_multiline`.
 */
export function parseConfig(text: string): ParsedConfig {
  const lines = text.split(/\r\n|\n|\r/);
  const result: ParsedConfig = { sections: [], errors: [] };
  let section: ConfigSection | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = index + 1;
    const written = lines[index];
    if (/^\s*(?:#|$)/.test(written)) continue;
    const marker = SECTION.exec(written);
    if (marker) {
      section = openSection(result, marker, line);
      continue;
    }
    const read = readKeyword(lines, index);
    if (typeof read === 'string') {
      result.errors.push({ line, reason: read });
    } else {
      index = read.last;
      addEntry(result, section, { ...read.entry, line });
    }
  }
  return result;
}

/** A section that can't be used still takes the keys that follow it. */
function openSection(
  result: ParsedConfig,
  marker: RegExpExecArray,
  line: number,
): ConfigSection {
  const [, open, written, close] = marker;
  const name = unquote(written).toLowerCase();
  const section: ConfigSection = { name, line, entries: [] };
  const depth = open.replace(/\s/g, '').length;
  const isBalanced = depth === close.replace(/\s/g, '').length;
  if (!isBalanced || depth > 1) {
    const reason = isBalanced
      ? 'sections inside sections are not used by DVC'
      : 'the brackets of the section do not match';
    result.errors.push({ line, reason });
  } else if (result.sections.some(known => known.name === name)) {
    result.errors.push({ line, reason: 'the section is there already' });
  } else {
    result.sections.push(section);
  }
  return section;
}

function addEntry(
  result: ParsedConfig,
  section: ConfigSection | undefined,
  entry: ConfigSection['entries'][number],
): void {
  const { line, key } = entry;
  if (!section) {
    result.errors.push({ line, reason: 'a key before the first section' });
  } else if (section.entries.some(known => known.key === key)) {
    result.errors.push({ line, reason: `the key ${key} is there already` });
  } else {
    section.entries.push(entry);
  }
}

type Keyword = { entry: { key: string; value: string }; last: number };

/** The key and value of a line, or why there is none. */
function readKeyword(lines: string[], index: number): Keyword | string {
  const match = KEYWORD.exec(lines[index]);
  if (!match) return 'the line is neither a section nor a key with a value';
  const key = unquote(match[1].trim()).toLowerCase();
  const quote = /^(?:"""|''')/.exec(match[2])?.[0];
  const read = quote
    ? readMultiline(lines, index, quote, match[2].slice(3))
    : { value: readValue(match[2]), last: index };
  return read.value === undefined
    ? 'the quotes of the value do not match'
    : { entry: { key, value: read.value }, last: read.last };
}

function readMultiline(
  lines: string[],
  index: number,
  quote: string,
  rest: string,
): { value: string | undefined; last: number } {
  const parts: string[] = [];
  let part = rest;
  for (let last = index; last < lines.length; last++) {
    if (last > index) part = lines[last];
    const end = part.indexOf(quote);
    if (end >= 0) {
      parts.push(part.slice(0, end));
      const isClean = /^\s*(?:#.*)?$/.test(part.slice(end + quote.length));
      return { value: isClean ? parts.join('\n') : undefined, last };
    }
    parts.push(part);
  }
  return { value: undefined, last: index };
}

/** An item in quotes or bare, and its comma: the last item has none. */
const ITEM =
  /^(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^'",#][^,#]*))\s*(?<comma>,?)\s*/;

/** Nothing, or a comment: no item follows. */
const isEnd = (rest: string) => rest === '' || rest.startsWith('#');

/** One value, or a list that is joined by `, `; `undefined` for broken quotes. */
function readValue(written: string): string | undefined {
  const items: string[] = [];
  let rest = written.trim();
  // A comma alone is the empty list.
  while (!isEnd(rest) && rest !== ',') {
    const item = ITEM.exec(rest);
    if (!item?.groups) return undefined;
    const { double, single, bare, comma } = item.groups;
    items.push(double ?? single ?? bare.trim());
    rest = rest.slice(item[0].length);
    if (comma === '' && !isEnd(rest)) return undefined;
  }
  return items.join(', ');
}

function unquote(text: string): string {
  const quote = text[0];
  return text.length > 1 &&
    (quote === '"' || quote === "'") &&
    text.endsWith(quote)
    ? text.slice(1, -1)
    : text;
}
