import createIgnore from 'ignore';
import { loadFile } from './readWorkspace';

/**
 * Whether the workspace's `.gitignore` files leave a path out, as `git
 * check-ignore` says it. A folder ends with `/`.
 */
export async function isGitIgnored(
  workspace: string,
  plainPath: string,
): Promise<boolean> {
  const parts = plainPath.split('/');
  const isFolder = parts.at(-1) === '';
  const count = isFolder ? parts.length - 1 : parts.length;
  let ignored = false;
  for (let depth = 0; depth < count; depth += 1) {
    const folder = parts.slice(0, depth);
    const bytes = await loadFile(
      workspace,
      [...folder, '.gitignore'].join('/'),
    );
    if (!bytes) continue;
    const rules = createIgnore({ ignorecase: false }).add(
      Buffer.from(bytes).toString('utf8'),
    );
    const below = parts.slice(depth);
    // Nothing takes back what is below a folder that is left out.
    if (isInsideIgnored(rules, below)) return true;
    const answer = rules.test(below.join('/'));
    if (answer.ignored) ignored = true;
    else if (answer.unignored) ignored = false;
  }
  return ignored;
}

type Rules = ReturnType<typeof createIgnore>;

function isInsideIgnored(rules: Rules, parts: string[]): boolean {
  const inside = parts.filter(part => part !== '').length - 1;
  return inside > 0 && rules.ignores(`${parts.slice(0, inside).join('/')}/`);
}
