import { SyntaxNode } from '@lezer/common';
import { childrenOf } from './SourceText';
import { Expression, Statement } from './syntax';
import { groupByComma } from './groupByComma';
import { toTarget } from './toTarget';
import { TreeConverter } from './TreeConverter';

/** How a compound statement reads its bodies. */
interface BodyReader {
  statements(nodes: SyntaxNode[]): Statement[];
  isBroken(node: SyntaxNode): boolean;
}

/** A part of a compound statement: its words, and the body that they lead. */
interface Section {
  word: string;
  header: SyntaxNode[];
  body: Statement[];
}

type Build = (
  sections: Section[],
  c: TreeConverter,
  line: number,
) => Statement | undefined;

const BUILDERS: Record<string, Build> = {
  IfStatement: buildIf,
  ForStatement: buildFor,
  WhileStatement: (sections, _c, line) => ({
    kind: 'while',
    body: sections[0].body,
    otherwise: bodyOf(sections, 'else'),
    line,
  }),
  TryStatement: (sections, _c, line) => ({
    kind: 'try',
    body: sections[0].body,
    handlers: sections
      .filter(each => each.word.startsWith('except'))
      .map(each => each.body),
    otherwise: bodyOf(sections, 'else'),
    last: bodyOf(sections, 'finally'),
    line,
  }),
  WithStatement: buildWith,
  MatchStatement: (sections, _c, line) => ({
    kind: 'match',
    bodies: sections.map(each => each.body),
    line,
  }),
};

/**
 * `if`, `for`, `while`, `try`, `with` and `match`; `undefined` for anything else
 * and where a header holds a syntax error.
 */
export function toCompound(
  node: SyntaxNode,
  c: TreeConverter,
  reader: BodyReader,
): Statement | undefined {
  const build = BUILDERS[node.name];
  if (!build) return undefined;
  const sections = readSections(sectionNodes(node), reader);
  return sections && sections.length > 0
    ? build(sections, c, c.source.line(node))
    : undefined;
}

/** A `match` keeps its clauses one level deeper. */
function sectionNodes(node: SyntaxNode): SyntaxNode[] {
  if (node.name !== 'MatchStatement') return childrenOf(node);
  const body = childrenOf(node).find(each => each.name === 'MatchBody');
  const clauses = body ? childrenOf(body) : [];
  return clauses
    .filter(each => each.name === 'MatchClause')
    .flatMap(each => childrenOf(each));
}

function readSections(
  nodes: SyntaxNode[],
  reader: BodyReader,
): Section[] | undefined {
  const sections: Section[] = [];
  let header: SyntaxNode[] = [];
  for (const node of nodes) {
    if (node.name !== 'Body') {
      header.push(node);
    } else if (header.length > 0) {
      if (header.some(each => reader.isBroken(each))) return undefined;
      const words = header.filter(each => each.name !== 'async');
      const body = reader.statements(childrenOf(node));
      sections.push({
        word: words[0]?.name ?? '',
        header: words.slice(1),
        body,
      });
      header = [];
    }
  }
  return header.some(each => reader.isBroken(each)) ? undefined : sections;
}

function bodyOf(sections: Section[], word: string): Statement[] {
  return sections.find(each => each.word === word)?.body ?? [];
}

function buildIf(
  sections: Section[],
  c: TreeConverter,
  line: number,
): Statement | undefined {
  const tested = sections.filter(each => each.word !== 'else');
  if (tested.some(each => each.header.length !== 1)) return undefined;
  const branches = tested.map(each => ({
    test: c.expression(each.header[0]),
    body: each.body,
  }));
  return { kind: 'if', branches, otherwise: bodyOf(sections, 'else'), line };
}

function buildFor(
  sections: Section[],
  c: TreeConverter,
  line: number,
): Statement | undefined {
  const { header, body } = sections[0];
  const split = header.findIndex(each => each.name === 'in');
  const iterable = header.slice(split + 1);
  if (split < 1 || iterable.length === 0) return undefined;
  return {
    kind: 'for',
    target: toTarget(header.slice(0, split), c),
    iterable: toTarget(iterable, c),
    body,
    otherwise: bodyOf(sections, 'else'),
    line,
  };
}

function buildWith(
  sections: Section[],
  c: TreeConverter,
  line: number,
): Statement | undefined {
  const targets: Expression[] = [];
  const managers: Expression[] = [];
  for (const group of groupByComma(sections[0].header)) {
    managers.push(c.expression(group[0]));
    if (group[1]?.name === 'as' && group[2])
      targets.push(c.expression(group[2]));
  }
  return { kind: 'with', targets, managers, body: sections[0].body, line };
}
