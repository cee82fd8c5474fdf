import { ShapeReader } from '../reading/ShapeReader';
import { YamlNode } from '../reading/yamlNode';
import { redactCommand } from './redactSecrets';

/** A stage's `cmd`: one command, or a list of them, without secrets. */
export function readCommand(
  shape: ShapeReader,
  node: YamlNode | undefined,
): string | string[] | undefined {
  if (node?.kind === 'list') {
    return shape.texts(node, 'cmd').map(redactCommand);
  }
  const command = shape.text(node, 'cmd');
  return command === undefined ? undefined : redactCommand(command);
}
