import { InputError } from '@backstage/errors';

/** ruamel.yaml's `best_width`, and where `- ` puts the second line. */
const WIDTH = 80;
const INDENT = '    ';

/** Line breaks, control characters, byte order mark, half characters. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffd]/u;

/** What YAML 1.2, as ruamel.yaml knows it, takes for something else than text. */
const NOT_TEXT = [
  /^(?:true|True|TRUE|false|False|FALSE|null|Null|NULL|~|<<|=)$/,
  /^[-+]?[0-9][0-9_]*(?:\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)$/,
  /^[-+]?\.[0-9_]+(?:[eE][-+][0-9]+)?$/,
  /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  /^[-+]?(?:0b[01_]+|0o?[0-7_]+|[0-9_]+|0x[0-9a-fA-F_]+)$/,
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  /^[0-9]{4}-[0-9]{2}?-[0-9]{2}?(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?$/,
];

/** An indicator at the start, or one that a space makes an indicator. */
const NEEDS_QUOTES = /^[#,[\]{}&*!|>'"%@`]|^[?:-](?:\s|$)|:(?:\s|$)|\s#|^ | $|^---|^\.\.\./;

/**
 * A file's name as the value of `path:` in a `.dvc` file, byte for byte as DVC
 * writes it. Throws InputError for a name that can't be on one line of YAML
 * without escapes. Source: ruamel.yaml 0.18 emitter.py (analyze_scalar,
 * write_plain, write_single_quoted) and resolver.py, as dvc 3 uses them.
 */
export function formatPlainPath(name: string): string {
  if (UNWRITABLE.test(name)) {
    throw new InputError(
      `${JSON.stringify(name)} holds a line break, a control character or bytes that are not UTF-8; rename the file`,
    );
  }
  const isText = !NOT_TEXT.some(pattern => pattern.test(name));
  if (isText && !NEEDS_QUOTES.test(name)) return foldPlain(name);
  if (name.includes("'")) {
    throw new InputError(
      `${JSON.stringify(name)} can't be written without escapes; rename the file`,
    );
  }
  return `'${foldQuoted(name)}'`;
}

const lengthOf = (text: string) => [...text].length;

function foldPlain(name: string): string {
  let column = '  path: '.length;
  let line = '';
  for (const run of name.split(/( +)/)) {
    const isGap = run.startsWith(' ');
    const breaks = isGap
      ? run.length === 1 && column >= WIDTH
      : column + lengthOf(run) > WIDTH && column > INDENT.length;
    if (breaks) {
      line += `\n${INDENT}`;
      column = INDENT.length;
    }
    if (!(breaks && isGap)) {
      line += run;
      column += lengthOf(run);
    }
  }
  return line;
}

function foldQuoted(name: string): string {
  let column = "  path: '".length;
  let line = '';
  const runs = name.split(/( +)/);
  runs.forEach((run, index) => {
    const inside = index > 1 && index < runs.length - 2;
    if (run === ' ' && inside && column > WIDTH) {
      line += `\n${INDENT}`;
      column = INDENT.length;
    } else {
      line += run;
      column += lengthOf(run);
    }
  });
  return line;
}
