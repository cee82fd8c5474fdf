import { SyntaxNode } from '@lezer/common';
import { childrenOf } from './SourceText';
import { ImportedName, Statement } from './syntax';
import { groupByComma } from './groupByComma';
import { TreeConverter } from './TreeConverter';

/** `import a.b as c` and `from ..a import b as c`. */
export function toImport(
  node: SyntaxNode,
  c: TreeConverter,
): Statement | undefined {
  const children = childrenOf(node);
  const line = c.source.line(node);
  if (children[0].name !== 'from') {
    const modules = groupByComma(children.slice(1)).map(group => {
      const { name, as } = readName(group, c);
      return { module: name, as };
    });
    return { kind: 'import', modules, line };
  }
  const split = children.findIndex(each => each.name === 'import');
  if (split < 0) return undefined;
  const written = c.source
    .slice({ from: children[0].to, to: children[split].from })
    .replace(/[\s\\]/g, '');
  const module = written.replace(/^\.+/, '');
  const level = written.length - module.length;
  const names = readNames(children.slice(split + 1), c);
  return { kind: 'from-import', level, module, names, line };
}

function readNames(nodes: SyntaxNode[], c: TreeConverter) {
  if (nodes[0]?.name === '*') return '*';
  const inner = nodes.filter(each => each.name !== '(' && each.name !== ')');
  return groupByComma(inner).map<ImportedName>(group => {
    const { name, as } = readName(group, c);
    return { name, as: as ?? name };
  });
}

function readName(group: SyntaxNode[], c: TreeConverter) {
  const split = group.findIndex(each => each.name === 'as');
  const end = split < 0 ? group.length : split;
  const name = group
    .slice(0, end)
    .map(each => c.source.slice(each))
    .join('');
  const alias = split < 0 ? undefined : group[split + 1];
  return { name, as: alias && c.source.slice(alias) };
}
