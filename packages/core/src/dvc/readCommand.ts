import { ShapeReader } from '../reading/ShapeReader';
import { YamlNode } from '../reading/yamlNode';

/** A stage's `cmd`: one command, or a list of them. */
export function readCommand(
  shape: ShapeReader,
  node: YamlNode | undefined,
): string | string[] | undefined {
  return node?.kind === 'list'
    ? shape.texts(node, 'cmd')
    : shape.text(node, 'cmd');
}
