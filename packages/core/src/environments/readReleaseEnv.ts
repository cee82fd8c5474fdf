import { ReleaseEnvFacts } from '../facts/gitops';
import { decodeText } from '../reading/decodeText';
import { Problem } from '../reading/Problem';
import { Reading } from '../reading/Reader';
import { ReadLimits } from '../reading/ReadLimits';

/**
 * Reads `release.env` as kustomize makes a ConfigMap of it: `KEY=value` lines, the value
 * as it stands, `#` at the start of a line a comment (kustomize, api/kv/kv.go).
 */
export function readReleaseEnv(
  path: string,
  bytes: Uint8Array,
  limits: ReadLimits,
): Reading<ReleaseEnvFacts> {
  const decoded = decodeText(bytes, path, limits);
  if ('problem' in decoded) {
    return { facts: undefined, problems: [decoded.problem] };
  }
  const problems: Problem[] = [];
  const values: [string, string][] = [];
  for (const [index, raw] of decoded.text.split(/\r?\n/).entries()) {
    const line = raw.trimStart();
    if (line === '' || line.startsWith('#')) continue;
    const split = line.indexOf('=');
    if (split < 1) {
      const args = { where: 'A line of release.env', expected: 'KEY=value' };
      const at = { path, line: index + 1, args };
      problems.push({ code: 'invalid-shape', severity: 'error', ...at });
    } else {
      values.push([line.slice(0, split), line.slice(split + 1)]);
    }
  }
  return {
    facts: { kind: 'release-env', path, values: Object.fromEntries(values) },
    problems,
  };
}
