import { Composer, Document, Lexer, Parser, ParsedNode, YAMLError } from 'yaml';
import { findMergeConflict } from './decodeText';
import { Problem } from './Problem';
import { ReadLimits } from './ReadLimits';
import { YamlDialect } from './resolveYamlScalar';
import { createLineFinder, LineFinder } from './lineFinder';
import { YamlBuilder } from './YamlBuilder';
import { YamlNode } from './yamlNode';

/** A YAML document with positions. @public */
export interface ParsedYaml {
  /**
   * `undefined` where the file could not be parsed; then `problems` says why. An
   * empty file is the null scalar.
   */
  root: YamlNode | undefined;
  problems: Problem[];
}

/** As `parseYaml`, for a text that stands in a file after `linesBefore` others. */
export function parseYamlText(
  text: string,
  path: string,
  limits: ReadLimits,
  dialect: YamlDialect,
  linesBefore = 0,
): ParsedYaml {
  const lines = createLineFinder(text, linesBefore);
  const failed = findTextProblem(text, path, lines, linesBefore);
  if (failed) return { root: undefined, problems: [failed] };
  const parsed = parseDocument(text, limits, lines);
  if (!('contents' in parsed)) {
    return { root: undefined, problems: [{ ...parsed, path }] };
  }
  const version = parsed.directives.yaml;
  const builder = new YamlBuilder({
    path,
    limits,
    lines,
    dialect: version.explicit && version.version === '1.1' ? 'pyyaml' : dialect,
    lastKeyWins: dialect === 'pyyaml',
  });
  return builder.build(parsed.contents);
}

// What ruamel.yaml calls unacceptable characters, U+0085 excepted.
const CONTROL = /(?![\t\n\r\u0085])\p{Cc}/u;

function findTextProblem(
  text: string,
  path: string,
  lines: LineFinder,
  linesBefore: number,
): Problem | undefined {
  const conflict = findMergeConflict(text);
  if (conflict !== undefined) {
    const line = linesBefore + conflict;
    return { code: 'merge-conflict', severity: 'error', path, line };
  }
  const control = text.search(CONTROL);
  if (control < 0) return undefined;
  return {
    code: 'yaml-syntax',
    severity: 'error',
    path,
    ...lines(control),
    args: { reason: 'a control character is not allowed' },
  };
}

type Failure = Omit<Problem, 'path'>;

function parseDocument(
  text: string,
  limits: ReadLimits,
  lines: LineFinder,
): Document.Parsed<ParsedNode> | Failure {
  const tokens = parseTokens(text, limits, lines);
  if (!Array.isArray(tokens)) return tokens;
  const composer = new Composer<ParsedNode>({
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents = [...composer.compose(tokens, true, text.length)];
  const [document] = documents;
  const error = documents.flatMap(each => each.errors)[0];
  if (error) return describeError(error, lines);
  if (documents.length > 1) {
    return {
      code: 'yaml-syntax',
      severity: 'error',
      ...lines(documents[1].range[0]),
      args: { reason: 'more than one document in the file' },
    };
  }
  return document;
}

/** Lexemes that the lexer puts between those of the text, which itself has none of them. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f']);

/** The composer recurses: the depth is bounded before it sees the tokens. */
function parseTokens(text: string, limits: ReadLimits, lines: LineFinder) {
  const parser = new Parser();
  const tokens = [];
  let lexemes = 0;
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    lexemes += 1;
    if (!MARKS.has(lexeme)) offset += lexeme.length;
    // The stack also holds the document and the scalar being read.
    if (parser.stack.length > limits.depth + 2) {
      return exceeded('levels of nesting', limits.depth, lines(offset));
    }
    // Beside each node stand at most some separators, spaces and a line end.
    if (lexemes > limits.nodes * 8) {
      return exceeded('nodes', limits.nodes, lines(offset));
    }
  }
  tokens.push(...parser.end());
  return tokens;
}

function exceeded(
  what: string,
  limit: number,
  at: ReturnType<LineFinder>,
): Failure {
  const args = { what, limit };
  return { code: 'limit-exceeded', severity: 'error', ...at, args };
}

function describeError(error: YAMLError, lines: LineFinder): Failure {
  return {
    code: 'yaml-syntax',
    severity: 'error',
    ...lines(error.pos[0]),
    args: { reason: error.message.split('\n')[0].replace(/[.:\s]+$/, '') },
  };
}
