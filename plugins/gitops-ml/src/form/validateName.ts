import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { gitopsMlTemplateApiRef } from '../api';
import { describeError } from './describeError';
import { isProjectName } from './isProjectName';

/** Refuses a name that is illegal, or taken in the catalog; what is unknown is left to the task. */
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
    const { catalog } = await api.checkName(name);
    if (catalog === 'taken') {
      validation.addError(
        `The catalog has a component ${name} already. Choose another name.`,
      );
    }
  } catch (error) {
    validation.addError(
      `Whether the name is free could not be asked: ${describeError(error)}`,
    );
  }
};
