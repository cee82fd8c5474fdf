import { NameCheckResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** Why the name can't be had, one sentence each; what is unknown is left to the task. */
export function checkFreeName(
  name: string,
  answer: Pick<NameCheckResponse, 'catalog' | 'repository'>,
): string[] {
  return [
    answer.catalog === 'taken'
      ? `The catalog has a component ${name} already. Choose another name.`
      : undefined,
    answer.repository === 'taken'
      ? 'That repository exists already. Choose another repository name, or delete it if an earlier run left it empty.'
      : undefined,
  ].filter(sentence => sentence !== undefined);
}
