import { Problem } from '../reading/Problem';
import { safePath } from '../reading/safePath';
import { YamlNode } from '../reading/yamlNode';
import { findYaml, YamlPath } from './editYaml';

/** The repository's path of a declared one, relative to `base`; a problem where it leaves it. */
export function resolveDeclaredPath(options: {
  declared: string | undefined;
  base: string;
  root: YamlNode;
  at: YamlPath;
  path: string;
  problems: Problem[];
}): string | undefined {
  const { declared, base, root, at, path, problems } = options;
  if (declared === undefined) return undefined;
  const resolved = safePath(base, declared);
  if (resolved === undefined) {
    const { line, column } = findYaml(root, at);
    const args = { value: declared.slice(0, 200) };
    const code = 'unsafe-path';
    problems.push({ code, severity: 'error', path, line, column, args });
  }
  return resolved;
}
