import { createDvcIgnore, folderOf, selectFacts } from '@gitops-ml/core';
import { readWorkspace } from './readWorkspace';

/**
 * Whether a `.dvcignore` in a folder above the target leaves a path out. (One
 * inside a tracked folder is refused, as DVC does.)
 */
export async function loadIgnore(
  workspace: string,
  target: string,
): Promise<(path: string) => boolean> {
  const entries = ['.dvcignore'];
  for (let at = folderOf(target); at !== ''; at = folderOf(at)) {
    entries.push(`${at}/.dvcignore`);
  }
  const readings = await readWorkspace(workspace, entries);
  const ignore = createDvcIgnore(selectFacts(readings, 'dvc-ignore'), ['']);
  return path => ignore.matches(path);
}
