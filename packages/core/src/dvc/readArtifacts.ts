import { DvcArtifact } from '../facts/dvc';
import { folderOf } from '../reading/safePath';
import { ShapeReader } from '../reading/ShapeReader';
import { YamlEntry, YamlNode, yamlGet } from '../reading/yamlNode';
import { readPath } from './readPath';
import { holdsTemplate } from './templating';

/** The entries of `artifacts:` in `dvc.yaml`. Source: dvc/annotations.py ARTIFACT_SCHEMA. */
export function readArtifacts(
  shape: ShapeReader,
  node: YamlNode | undefined,
): DvcArtifact[] {
  return shape
    .entries(node, 'artifacts')
    .map(entry => readArtifact(shape, entry));
}

function readArtifact(shape: ShapeReader, entry: YamlEntry): DvcArtifact {
  const { key: name, value: node, line } = entry;
  if (holdsTemplate(node)) {
    const what = `The templating of the artifact ${name}`;
    shape.note('unsupported', entry, { what }, 'warning');
  }
  shape.entries(node, `artifacts.${name}`);
  const text = (key: string) => {
    const value = yamlGet(node, key);
    return holdsTemplate(value) ? undefined : shape.text(value, key);
  };
  const pathNode = yamlGet(node, 'path');
  const place =
    pathNode && !holdsTemplate(pathNode)
      ? readPath(shape, folderOf(shape.path), pathNode, 'artifacts.path')
      : undefined;
  return {
    name,
    path: place?.path,
    type: text('type'),
    description: text('desc'),
    labels: shape.texts(yamlGet(node, 'labels'), 'labels'),
    declaredIn: { path: shape.path, line },
  };
}
