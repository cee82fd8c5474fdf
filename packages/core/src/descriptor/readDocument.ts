import { z } from 'zod/v4';
import { Problem } from '../reading/Problem';
import { YamlNode, yamlToJson } from '../reading/yamlNode';
import { describeIssue, pathOf } from './describeIssue';
import {
  dropEmptyKeys,
  editYaml,
  findYaml,
  YamlEdit,
  YamlPath,
} from './editYaml';

/** Every round mends or removes what the last one found, and shapes are few levels deep. */
const MAX_ROUNDS = 12;

/** What could be read; `root` is the part of the tree that `value` was made of. */
export interface ReadDocument<T> {
  value: T | undefined;
  root: YamlNode;
  problems: Problem[];
}

/**
 * A document as its schema has it. What doesn't fit is left out with a problem at
 * its line, and the rest is read; `value` is `undefined` when what is left is no
 * such document. A key without a value is an absent key.
 */
export function readDocument<S extends z.ZodType>(
  schema: S,
  document: YamlNode,
  path: string,
): ReadDocument<z.output<S>> {
  const problems: Problem[] = [];
  const removed = new Set<string>();
  let root: YamlNode | undefined = dropEmptyKeys(document);
  for (let round = 0; root && round < MAX_ROUNDS; round++) {
    const result = schema.safeParse(yamlToJson(root));
    if (result.success) return { value: result.data, root, problems };
    const tree: YamlNode = root;
    const { issues } = result.error;
    problems.push(
      ...issues
        .filter(issue => !removed.has(placeOf(pathOf(issue), tree)))
        .filter(issue => !readAsText(issue, tree))
        .flatMap(issue => describeIssue(issue, tree, path)),
    );
    const edits = issues.flatMap(issue => mend(issue, tree));
    for (const edit of edits) removed.add(placeOf(edit.path, tree));
    root = editYaml(tree, edits);
  }
  return { value: undefined, root: document, problems };
}

/** A key and where its mapping stands, whatever was removed before it. */
function placeOf(path: YamlPath, root: YamlNode): string {
  const parent = findYaml(root, path.slice(0, -1));
  const { line, column } = parent.node ?? parent;
  return JSON.stringify([line, column, path[path.length - 1]]);
}

/** `version: 1.10` is a number in YAML; where a text is wanted, it is `1.10`. */
function readAsText(
  issue: z.core.$ZodIssue,
  root: YamlNode,
): YamlEdit | undefined {
  if (issue.code !== 'invalid_type' || issue.expected !== 'string') {
    return undefined;
  }
  const path = pathOf(issue);
  const { node } = findYaml(root, path);
  return node?.kind === 'scalar'
    ? { path, to: { ...node, value: node.source } }
    : undefined;
}

/**
 * A text is read as one. Unknown keys go; a value that doesn't fit goes; what lacks
 * a value goes as a whole.
 */
function mend(issue: z.core.$ZodIssue, root: YamlNode): YamlEdit[] {
  const text = readAsText(issue, root);
  if (text) return [text];
  const path = pathOf(issue);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({ path: [...path, key], to: undefined }));
  }
  const isThere = findYaml(root, path).node !== undefined;
  return [{ path: isThere ? path : path.slice(0, -1), to: undefined }];
}
