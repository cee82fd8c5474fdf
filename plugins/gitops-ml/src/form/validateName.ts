import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { gitopsMlTemplateApiRef } from '../api';
import { checkFreeName } from './checkFreeName';
import { isProjectName } from './isProjectName';
import { readText } from './readText';

/** Refuses a name that is illegal or taken, in the catalog or as a repository. */
export const validateName: CustomFieldValidator<string> = async (
  name,
  validation,
  context,
) => {
  if (!isProjectName(name)) {
    validation.addError(
      'Use a-z, 0-9 and "-", at most 40 characters; begin with a letter and end with a letter or digit.',
    );
    return;
  }
  const api = context.apiHolder.get(gitopsMlTemplateApiRef);
  if (!api) return;
  try {
    const answer = await api.checkName(
      name,
      readText(context.formData, 'repoUrl'),
    );
    checkFreeName(name, answer).forEach(text => validation.addError(text));
  } catch (error) {
    validation.addError(
      `Whether the name is free could not be asked: ${describeError(error)}`,
    );
  }
};

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
