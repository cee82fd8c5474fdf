import { execFileSync } from 'node:child_process';

const fields = [
  '%(refname:strip=2)',
  '%(objecttype)',
  '%(*objecttype)',
  '%(*objectname)',
  '%(taggerdate:unix)',
  '%(taggername)',
  '%(contents:subject)',
];

/** A repository's annotated tags, as core wants them. */
export function readTags(directory) {
  const out = execFileSync(
    'git',
    ['for-each-ref', `--format=${fields.join('%00')}`, 'refs/tags'],
    { cwd: directory, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return out
    .split('\n')
    .filter(Boolean)
    .map(line => line.split('\0'))
    .filter(([, type]) => type === 'tag')
    .map(([name, , targetType, target, time, tagger, message]) => ({
      name,
      commit: targetType === 'commit' ? target : undefined,
      taggedAt: time
        ? new Date(Number(time) * 1000).toISOString().replace('.000Z', 'Z')
        : '',
      tagger: tagger || undefined,
      message,
    }));
}
