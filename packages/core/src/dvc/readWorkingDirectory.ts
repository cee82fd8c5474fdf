import { safePath } from '../reading/safePath';
import { ShapeReader } from '../reading/ShapeReader';
import { YamlNode } from '../reading/yamlNode';

/** The repository's path of a stage's `wdir`; `undefined` when it is not in the repository. */
export function readWorkingDirectory(
  shape: ShapeReader,
  folder: string,
  node: YamlNode | undefined,
): string | undefined {
  const text = shape.text(node, 'wdir') ?? '.';
  const directory = safePath(folder, text);
  if (directory === undefined && node) {
    shape.note('unsafe-path', node, { value: text.slice(0, 200) });
  }
  return directory;
}
