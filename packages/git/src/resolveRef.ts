import { tryGit } from './runGit';

const MAX_LENGTH = 1024;
const OID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * The commit that a text names by git's own rules (gitrevisions), or
 * `undefined`. The text may come from anybody: it can't become an option, and
 * ranges, negations and other objects than commits name nothing.
 */
export async function resolveRef(
  gitDirectory: string,
  ref: string,
): Promise<string | undefined> {
  if (ref === '' || ref.length > MAX_LENGTH || CONTROL.test(ref)) {
    return undefined;
  }
  const { exitCode, stdout } = await tryGit({
    gitDirectory,
    args: [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${ref}^{commit}`,
    ],
  });
  // Older gits echo `--end-of-options` on a line of its own.
  const oid = stdout.toString('latin1').trimEnd().split('\n').at(-1) ?? '';
  return exitCode === 0 && OID.test(oid) ? oid : undefined;
}
