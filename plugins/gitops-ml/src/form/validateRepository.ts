import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { gitopsMlTemplateApiRef } from '../api';
import { describeError } from './describeError';
import { readText } from './readText';

/** Refuses a repository that is there already; what is unknown is left to the task. */
export const validateRepository: CustomFieldValidator<string> = async (
  repoUrl,
  validation,
  context,
) => {
  const api = context.apiHolder.get(gitopsMlTemplateApiRef);
  const name = readText(context.formData, 'name');
  if (!api || name === undefined) return;
  try {
    const { repository } = await api.checkName(name, repoUrl);
    if (repository === 'taken') {
      validation.addError(
        'That repository exists already. Choose another name, or delete it if an earlier run left it empty.',
      );
    }
  } catch (error) {
    validation.addError(
      `Whether the repository exists could not be asked: ${describeError(
        error,
      )}`,
    );
  }
};
