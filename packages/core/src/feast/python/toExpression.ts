import { SyntaxNode } from '@lezer/common';
import { parseNumber } from './parseNumber';
import { parseStringLiteral } from './parseStringLiteral';
import { childrenOf } from './SourceText';
import { Expression, FormatPart, Literal } from './syntax';
import { toArguments } from './toArguments';
import { toComprehension } from './toComprehension';
import { toDict } from './toDict';
import { toFormatParts } from './toFormat';
import { toOperation } from './toOperation';
import { toSubscript } from './toSubscript';
import { ConvertNode, TreeConverter } from './TreeConverter';

const CONVERSIONS: Record<string, ConvertNode> = {
  VariableName: (node, c) => ({
    kind: 'name',
    name: c.source.slice(node),
    line: c.source.line(node),
  }),
  Number: (node, c) => literal(node, c, parseNumber(c.source.slice(node))),
  Boolean: (node, c) =>
    literal(node, c, {
      kind: 'bool',
      value: c.source.slice(node) === 'True',
    }),
  None: (node, c) => literal(node, c, { kind: 'none' }),
  String: (node, c) => toString([node], node, c),
  FormatString: (node, c) => toString([node], node, c),
  ContinuedString: (node, c) => toString(childrenOf(node), node, c),
  ParenthesizedExpression: (node, c) => {
    const inner = childrenOf(node);
    return inner.length === 3 ? c.expression(inner[1]) : undefined;
  },
  ArrayExpression: (node, c) => toItems('list', node, c),
  TupleExpression: (node, c) => toItems('tuple', node, c),
  SetExpression: (node, c) => toItems('set', node, c),
  DictionaryExpression: (node, c) => toDict(node, c),
  CallExpression: toCall,
  MemberExpression: toMember,
  BinaryExpression: toChain,
  UnaryExpression: toChain,
  ConditionalExpression: toConditional,
  ArrayComprehensionExpression: (node, c) => toComprehension('list', node, c),
  SetComprehensionExpression: (node, c) => toComprehension('set', node, c),
  ComprehensionExpression: (node, c) => toComprehension('generator', node, c),
  DictionaryComprehensionExpression: (node, c) =>
    toComprehension('dict', node, c),
  LambdaExpression: (node, c) => ({
    kind: 'lambda',
    mentions: c.source.mentions(node),
    line: c.source.line(node),
  }),
  NamedExpression: (node, c) => {
    const [name, , value] = childrenOf(node);
    return name && value
      ? {
          kind: 'walrus',
          name: c.source.slice(name),
          value: c.expression(value),
          line: c.source.line(node),
        }
      : undefined;
  },
};

/** A node of the tree as an expression; `undefined` for what is not covered. */
export function toExpression(
  node: SyntaxNode,
  converter: TreeConverter,
): Expression | undefined {
  return CONVERSIONS[node.name]?.(node, converter);
}

function literal(
  node: SyntaxNode,
  c: TreeConverter,
  value: Literal | undefined,
): Expression | undefined {
  return (
    value && { kind: 'literal', literal: value, line: c.source.line(node) }
  );
}

/** Adjacent strings are one; with an f-string among them the whole is a format. */
function toString(
  pieces: SyntaxNode[],
  node: SyntaxNode,
  c: TreeConverter,
): Expression | undefined {
  const parts: FormatPart[] = [];
  for (const piece of pieces) {
    const more =
      piece.name === 'FormatString'
        ? toFormatParts(piece, c.source, each => c.expression(each))
        : textPart(parseStringLiteral(c.source.slice(piece)));
    if (!more) return undefined;
    for (const part of more) parts.push(part);
  }
  const line = c.source.line(node);
  if (parts.some(part => part.kind === 'value'))
    return { kind: 'format', parts, line };
  const value = parts
    .map(part => (part.kind === 'text' ? part.text : ''))
    .join('');
  return { kind: 'literal', literal: { kind: 'string', value }, line };
}

function textPart(text: string | undefined): FormatPart[] | undefined {
  return text === undefined ? undefined : [{ kind: 'text', text }];
}

function toItems(
  kind: 'list' | 'tuple' | 'set',
  node: SyntaxNode,
  c: TreeConverter,
): Expression {
  const inner = childrenOf(node).slice(1, -1);
  return { kind, items: c.items(inner), line: c.source.line(node) };
}

function toCall(node: SyntaxNode, c: TreeConverter): Expression | undefined {
  const [callee, list] = childrenOf(node);
  if (list?.name !== 'ArgList') return undefined;
  return {
    kind: 'call',
    callee: c.expression(callee),
    arguments: toArguments(list, c),
    line: c.source.line(node),
  };
}

function toMember(node: SyntaxNode, c: TreeConverter): Expression | undefined {
  const children = childrenOf(node);
  const [object, mark, property] = children;
  if (mark?.name === '.' && property?.name === 'PropertyName') {
    return {
      kind: 'attribute',
      object: c.expression(object),
      name: c.source.slice(property),
      line: c.source.line(node),
    };
  }
  // `20.` is a number that the grammar does not know.
  if (object?.name === 'Number' && mark?.name === '.') {
    return literal(node, c, parseNumber(c.source.slice(node).trim()));
  }
  return toSubscript(node, c);
}

function toChain(node: SyntaxNode, c: TreeConverter): Expression | undefined {
  return toOperation(node, c.source, operand => c.expression(operand));
}

function toConditional(
  node: SyntaxNode,
  c: TreeConverter,
): Expression | undefined {
  const children = childrenOf(node);
  if (children.length !== 5) return undefined;
  const [then, , test, , otherwise] = children;
  return {
    kind: 'conditional',
    then: c.expression(then),
    test: c.expression(test),
    otherwise: c.expression(otherwise),
    line: c.source.line(node),
  };
}
