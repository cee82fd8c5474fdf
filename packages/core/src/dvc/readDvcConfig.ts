import { DvcConfigFacts, DvcRemote } from '../facts/dvc';
import { decodeText, findMergeConflict } from '../reading/decodeText';
import { Problem } from '../reading/Problem';
import { Reading } from '../reading/Reader';
import { ReadLimits } from '../reading/ReadLimits';
import { REDACTED, redactUrl } from '../reading/redactUrl';
import { folderOf } from '../reading/safePath';
import { isSecretKey } from './isSecretKey';
import { ConfigSection, parseConfig } from './parseConfig';

const REMOTE = /^\s*remote\s*"(.*)"\s*$/;

/**
 * Facts of a `.dvc/config`, without secrets. `.dvc/config.local` and the user's own
 * configuration are not in Git, so what they add is not known.
 * Source: dvc/config.py Config.load_file, dvc/config_schema.py.
 */
export function readDvcConfig(
  path: string,
  bytes: Uint8Array,
  limits: ReadLimits,
): Reading<DvcConfigFacts> {
  const decoded = decodeText(bytes, path, limits);
  if ('problem' in decoded) {
    return { facts: undefined, problems: [decoded.problem] };
  }
  const line = findMergeConflict(decoded.text);
  if (line !== undefined) {
    const problem: Problem = {
      code: 'merge-conflict',
      severity: 'error',
      path,
      line,
    };
    return { facts: undefined, problems: [problem] };
  }
  const { sections, errors } = parseConfig(decoded.text);
  const problems = errors.map((error): Problem => {
    const args = { reason: error.reason };
    return {
      code: 'config-syntax',
      severity: 'error',
      path,
      line: error.line,
      args,
    };
  });
  const facts = collectFacts(path, sections);
  return { facts, problems: [...problems, ...checkRemote(facts, sections)] };
}

function collectFacts(path: string, sections: ConfigSection[]): DvcConfigFacts {
  const isRemote = (section: ConfigSection) => REMOTE.test(section.name);
  const core = sections.find(section => section.name === 'core');
  const others = sections.filter(section => !isRemote(section));
  return {
    kind: 'dvc-config',
    path,
    root: folderOf(folderOf(path)),
    coreRemote: valueOf(core, 'remote')?.toLowerCase(),
    remotes: sections.filter(isRemote).map(readRemote),
    sections: Object.fromEntries(
      others.map(section => [section.name, readOptions(section)]),
    ),
  };
}

function readRemote(section: ConfigSection): DvcRemote {
  const written = valueOf(section, 'url');
  const url = written === undefined ? undefined : redactUrl(written);
  const isSecret = ({ key, value }: ConfigSection['entries'][number]) =>
    isSecretKey(key, value);
  const options = section.entries.filter(
    entry => entry.key !== 'url' && !isSecret(entry),
  );
  return {
    name: REMOTE.exec(section.name)?.[1] ?? section.name,
    url,
    scheme: schemeOf(url),
    options: Object.fromEntries(
      options.map(({ key, value }) => [key, redactUrl(value)]),
    ),
    redacted: section.entries.filter(isSecret).map(entry => entry.key),
    line: section.line,
  };
}

/** `local` is a path; `unknown` where the URL is set elsewhere. */
function schemeOf(url: string | undefined): string {
  if (url === undefined) return 'unknown';
  return /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1].toLowerCase() ?? 'local';
}

function readOptions(section: ConfigSection): Record<string, string> {
  return Object.fromEntries(
    section.entries.map(({ key, value }) => [
      key,
      isSecretKey(key, value) ? REDACTED : redactUrl(value),
    ]),
  );
}

function valueOf(
  section: ConfigSection | undefined,
  key: string,
): string | undefined {
  return section?.entries.find(entry => entry.key === key)?.value;
}

/** The remote may be defined where Git doesn't see it, so it is a warning. */
function checkRemote(
  facts: DvcConfigFacts,
  sections: ConfigSection[],
): Problem[] {
  const { coreRemote: name, path, remotes } = facts;
  if (name === undefined || remotes.some(remote => remote.name === name)) {
    return [];
  }
  const entry = sections
    .find(section => section.name === 'core')
    ?.entries.find(({ key }) => key === 'remote');
  return [
    {
      code: 'unknown-reference',
      severity: 'warning',
      path,
      line: entry?.line,
      args: { kind: 'remote', name, by: 'core.remote' },
    },
  ];
}
