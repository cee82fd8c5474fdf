import { Argument, Expression, Mentions } from '../python/syntax';

/** The names and attributes that an expression holds. */
export function mentionsOf(expression: Expression): Mentions {
  const names = new Set<string>();
  const attributes = new Set<string>();
  const stack: Expression[] = [expression];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.kind === 'name') names.add(next.name);
    if (next.kind === 'attribute') attributes.add(next.name);
    if (next.kind === 'opaque' || next.kind === 'lambda') {
      next.mentions.names.forEach(name => names.add(name));
      next.mentions.attributes.forEach(name => attributes.add(name));
    }
    // Not spread: a list may be longer than a call takes arguments.
    for (const child of childrenOf(next)) stack.push(child);
  }
  return { names, attributes };
}

function childrenOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'format':
      return expression.parts.flatMap(part =>
        part.kind === 'value' ? [part.value] : [],
      );
    case 'list':
    case 'tuple':
    case 'set':
      return expression.items.map(item => item.value);
    case 'dict':
      return expression.entries.flatMap(entry =>
        entry.key ? [entry.key, entry.value] : [entry.value],
      );
    case 'call':
      return [expression.callee, ...expression.arguments.map(valueOf)];
    case 'attribute':
      return [expression.object];
    case 'subscript':
      return [expression.object, expression.index];
    case 'comprehension':
      return [
        ...(expression.key ? [expression.key] : []),
        expression.element,
        ...expression.clauses.flatMap(each => [
          each.iterable,
          ...each.conditions,
        ]),
      ];
    default:
      return operandsOf(expression);
  }
}

function operandsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'slice':
      return expression.parts.flatMap(part => part ?? []);
    case 'arithmetic':
    case 'comparison':
      return [expression.first, ...expression.rest.map(each => each.operand)];
    case 'boolean':
      return expression.operands;
    case 'unary':
      return [expression.operand];
    case 'conditional':
      return [expression.test, expression.then, expression.otherwise];
    case 'walrus':
      return [expression.value];
    default:
      return [];
  }
}

function valueOf(argument: Argument): Expression {
  return argument.value;
}
