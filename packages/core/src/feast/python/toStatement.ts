import { SyntaxNode } from '@lezer/common';
import { childrenOf } from './SourceText';
import { Expression, Statement } from './syntax';
import { toArguments } from './toArguments';
import { toCompound } from './toCompound';
import { toImport } from './toImport';
import { toTarget } from './toTarget';
import { TreeConverter } from './TreeConverter';

type ConvertStatement = (
  node: SyntaxNode,
  c: TreeConverter,
) => Statement | undefined;

const SIMPLE: Record<string, ConvertStatement> = {
  ImportStatement: toImport,
  AssignStatement: toAssignment,
  UpdateStatement: toAugment,
  ExpressionStatement: (node, c) => ({
    kind: 'expression',
    value: toValue(childrenOf(node), c),
    line: c.source.line(node),
  }),
  FunctionDefinition: (node, c) => toFunction(node, [], c),
  DeleteStatement: (node, c) => ({
    kind: 'delete',
    targets: c.items(childrenOf(node).slice(1)).map(item => item.value),
    line: c.source.line(node),
  }),
  BreakStatement: jump('break'),
  ContinueStatement: jump('continue'),
  RaiseStatement: jump('raise'),
};

/** The statements of a node's children; groups on one line are taken apart. */
export function toStatements(
  nodes: SyntaxNode[],
  c: TreeConverter,
  isBroken: (node: SyntaxNode) => boolean,
): Statement[] {
  return nodes.flatMap(node =>
    node.name === 'StatementGroup'
      ? toStatements(childrenOf(node), c, isBroken)
      : toStatement(node, c, isBroken),
  );
}

const IGNORED = new Set([';', ':', 'PassStatement', 'ScopeStatement', '⚠']);

function toStatement(
  node: SyntaxNode,
  c: TreeConverter,
  isBroken: (node: SyntaxNode) => boolean,
): Statement[] {
  if (IGNORED.has(node.name)) return [];
  const statement = c.nested(
    node,
    () => convertStatement(node, c, isBroken),
    () => undefined,
  );
  return [statement ?? broken(node, c)];
}

function convertStatement(
  node: SyntaxNode,
  c: TreeConverter,
  isBroken: (node: SyntaxNode) => boolean,
): Statement | undefined {
  if (node.name === 'ClassDefinition') return toClass(node, false, c, isBroken);
  if (node.name === 'DecoratedStatement') return toDecorated(node, c, isBroken);
  const compound = toCompound(node, c, {
    statements: nodes => toStatements(nodes, c, isBroken),
    isBroken,
  });
  if (compound) return compound;
  if (isBroken(node) && node.name !== 'FunctionDefinition') return undefined;
  const simple = SIMPLE[node.name];
  if (simple) return simple(node, c);
  return {
    kind: 'expression',
    value: c.opaque(node, 'a statement of this form'),
    line: c.source.line(node),
  };
}

function broken(node: SyntaxNode, c: TreeConverter): Statement {
  return {
    kind: 'broken',
    mentions: c.source.mentions(node),
    line: c.source.line(node),
  };
}

function jump(kind: 'break' | 'continue' | 'raise'): ConvertStatement {
  return (node, c) => ({ kind, line: c.source.line(node) });
}

/** One expression, or a tuple without parentheses. */
function toValue(nodes: SyntaxNode[], c: TreeConverter): Expression {
  const several = nodes.some(node => node.name === ',' || node.name === '*');
  if (!several && nodes.length === 1) return c.expression(nodes[0]);
  if (nodes.length === 0 || !several)
    return {
      kind: 'opaque',
      what: 'an expression of this form',
      mentions: { names: new Set(), attributes: new Set() },
      line: nodes.length > 0 ? c.source.line(nodes[0]) : 1,
    };
  const line = c.source.line(nodes[0]);
  return { kind: 'tuple', items: c.items(nodes), line };
}

function toAssignment(
  node: SyntaxNode,
  c: TreeConverter,
): Statement | undefined {
  const sides: SyntaxNode[][] = [[]];
  for (const child of childrenOf(node)) {
    if (child.name === 'AssignOp') sides.push([]);
    else if (child.name !== 'TypeDef') sides[sides.length - 1].push(child);
  }
  const line = c.source.line(node);
  // `x: int` declares and assigns nothing.
  if (sides.length === 1) return { kind: 'pass', line };
  if (sides.some(side => side.length === 0)) return undefined;
  const value = toValue(sides[sides.length - 1], c);
  const targets = sides.slice(0, -1).map(side => toTarget(side, c));
  return { kind: 'assign', targets, value, line };
}

function toAugment(node: SyntaxNode, c: TreeConverter): Statement | undefined {
  const [target, operator, ...value] = childrenOf(node);
  if (operator?.name !== 'UpdateOp' || value.length === 0) return undefined;
  return {
    kind: 'augment',
    target: c.expression(target),
    operator: c.source.slice(operator).slice(0, -1),
    value: toValue(value, c),
    line: c.source.line(node),
  };
}

function toFunction(
  node: SyntaxNode,
  decorators: Expression[],
  c: TreeConverter,
): Statement | undefined {
  const name = childrenOf(node).find(each => each.name === 'VariableName');
  return (
    name && {
      kind: 'function',
      name: c.source.slice(name),
      decorators,
      mentions: c.source.mentions(node),
      calls: c.source.calls(node),
      globals: c.source.globalsOf(node),
      line: c.source.line(node),
    }
  );
}

function toClass(
  node: SyntaxNode,
  decorated: boolean,
  c: TreeConverter,
  isBroken: (node: SyntaxNode) => boolean,
): Statement | undefined {
  const children = childrenOf(node);
  const name = children.find(each => each.name === 'VariableName');
  const bases = children.find(each => each.name === 'ArgList');
  const body = children.find(each => each.name === 'Body');
  return (
    name && {
      kind: 'class',
      name: c.source.slice(name),
      decorated,
      bases: bases ? toArguments(bases, c).map(each => each.value) : [],
      body: body ? toStatements(childrenOf(body), c, isBroken) : [],
      mentions: c.source.mentions(node),
      calls: c.source.calls(node),
      line: c.source.line(node),
    }
  );
}

function toDecorated(
  node: SyntaxNode,
  c: TreeConverter,
  isBroken: (node: SyntaxNode) => boolean,
): Statement | undefined {
  const children = childrenOf(node);
  const decorators = children.filter(each => each.name === 'Decorator');
  const defined = children[children.length - 1];
  if (decorators.some(isBroken)) return undefined;
  if (defined.name === 'ClassDefinition')
    return toClass(defined, true, c, isBroken);
  if (defined.name !== 'FunctionDefinition') return undefined;
  return toFunction(
    defined,
    decorators.map(each => toDecorator(each, c)),
    c,
  );
}

/** The grammar gives a decorator's dotted name as flat nodes. */
function toDecorator(node: SyntaxNode, c: TreeConverter): Expression {
  const [, first, ...rest] = childrenOf(node);
  const line = c.source.line(node);
  let value = c.expression(first);
  for (const part of rest) {
    if (part.name === 'ArgList') {
      const list = toArguments(part, c);
      value = { kind: 'call', callee: value, arguments: list, line };
    } else if (part.name !== '.') {
      value = {
        kind: 'attribute',
        object: value,
        name: c.source.slice(part),
        line,
      };
    }
  }
  return value;
}
