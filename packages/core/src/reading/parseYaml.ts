import { decodeText } from './decodeText';
import { ParsedYaml, parseYamlText } from './parseYamlText';
import { ReadLimits } from './ReadLimits';
import { YamlDialect } from './resolveYamlScalar';

/**
 * Parses one YAML document within limits. Never throws. A syntax error or an
 * unresolved merge leaves no root, because what follows it can't be trusted.
 * A key that is written twice keeps its first value under `ruamel` (which refuses
 * the file: problem) and its last under `pyyaml` (which takes it).
 * @public
 */
export function parseYaml(
  bytes: Uint8Array,
  path: string,
  limits: ReadLimits,
  dialect: YamlDialect = 'ruamel',
): ParsedYaml {
  const decoded = decodeText(bytes, path, limits);
  if ('problem' in decoded)
    return { root: undefined, problems: [decoded.problem] };
  return parseYamlText(decoded.text, path, limits, dialect);
}
