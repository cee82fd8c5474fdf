import { z } from 'zod/v4';
import { Problem } from '../reading/Problem';
import { YamlNode } from '../reading/yamlNode';
import { findYaml, YamlPath } from './editYaml';

const LONGEST_QUOTE = 80;

const TYPES: Record<string, string> = {
  array: 'a list',
  number: 'a number',
  object: 'a mapping',
  record: 'a mapping',
  string: 'a text',
};

/** The keys and indexes of an issue. */
export function pathOf(issue: z.core.$ZodIssue): YamlPath {
  return issue.path.map(part => (typeof part === 'symbol' ? '' : part));
}

/** `environments[1].name`. */
function spell(path: YamlPath): string {
  const text = path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? 'the document' : text;
}

/** The problems of an issue that a schema has with a document, at their lines. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  root: YamlNode,
  file: string,
): Problem[] {
  const path = pathOf(issue);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => unknownKey(root, file, [...path, key]));
  }
  const { node, line, column } = findYaml(root, path);
  const where = spell(path);
  const at = { severity: 'error', path: file, line, column } as const;
  if (!node) {
    const args = { where, expected: 'given' };
    return [{ code: 'invalid-shape', ...at, args }];
  }
  if (issue.code === 'invalid_type' || node.kind !== 'scalar') {
    const expected =
      issue.code === 'invalid_type'
        ? TYPES[issue.expected] ?? issue.expected
        : issue.message;
    return [{ code: 'invalid-shape', ...at, args: { where, expected } }];
  }
  const value = node.source.slice(0, LONGEST_QUOTE);
  const args = { where, value, expected: issue.message };
  return [{ code: 'invalid-value', ...at, args }];
}

function unknownKey(root: YamlNode, path: string, key: YamlPath): Problem {
  const { line, column } = findYaml(root, key);
  const args = { what: `The key ${spell(key)}` };
  return { code: 'unsupported', severity: 'warning', path, line, column, args };
}
