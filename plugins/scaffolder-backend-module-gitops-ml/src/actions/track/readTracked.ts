import { DvcOutput, selectFacts } from '@gitops-ml/core';
import { readWorkspace } from './readWorkspace';

/** The output of `<path>.dvc`, where an earlier run tracked the path already. */
export async function readTracked(
  workspace: string,
  path: string,
): Promise<DvcOutput | undefined> {
  const readings = await readWorkspace(workspace, [`${path}.dvc`]);
  const outputs = selectFacts(readings, 'dvc-file').flatMap(({ outs }) => outs);
  return outputs.find(output => output.path === path && output.hash);
}
