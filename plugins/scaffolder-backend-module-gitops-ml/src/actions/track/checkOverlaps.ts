import { InputError } from '@backstage/errors';
import { folderOf, selectFacts } from '@gitops-ml/core';
import { isGitIgnored } from './isGitIgnored';
import { readTracked } from './readTracked';
import { readWorkspace } from './readWorkspace';

/**
 * Throws InputError where DVC would refuse a path because of what the workspace
 * tracks already: a folder above it, or a stage's output. Also where Git would
 * leave the pointer out.
 */
export async function checkOverlaps(
  workspace: string,
  plainPath: string,
): Promise<void> {
  for (const folder of foldersAbove(plainPath)) {
    if (folder !== '' && (await readTracked(workspace, folder))) {
      throw new InputError(
        `${plainPath} lies in ${folder}, which ${folder}.dvc tracks already`,
      );
    }
  }
  await checkStages(workspace, plainPath);
  if (await isGitIgnored(workspace, `${plainPath}.dvc`)) {
    throw new InputError(
      `A .gitignore leaves ${plainPath}.dvc out, so the pointer would not be committed`,
    );
  }
}

async function checkStages(
  workspace: string,
  plainPath: string,
): Promise<void> {
  const entries = foldersAbove(plainPath).map(folder =>
    folder === '' ? 'dvc.yaml' : `${folder}/dvc.yaml`,
  );
  const readings = await readWorkspace(workspace, entries);
  for (const { path, stages } of selectFacts(readings, 'dvc-yaml')) {
    const stage = stages.find(({ outs }) =>
      outs.some(out => isInside(plainPath, out.path)),
    );
    if (stage) {
      throw new InputError(
        `${plainPath} overlaps with an output of the stage "${stage.name}" in ${path}`,
      );
    }
  }
}

/** The folders that hold a path, the nearest first; `''` is the workspace. */
function foldersAbove(plainPath: string): string[] {
  const folders: string[] = [];
  let at = plainPath;
  while (at !== '') {
    at = folderOf(at);
    folders.push(at);
  }
  return folders;
}

function isInside(a: string, b: string): boolean {
  return `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);
}
