import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { gitopsMlTemplateApiRef } from '../api';
import { checkEnvironments } from './checkEnvironments';
import { EnvironmentInput } from './EnvironmentInput';

/** Refuses environments that no repository could be made for. */
export const validateEnvironments: CustomFieldValidator<
  EnvironmentInput[]
> = async (environments, validation, context) => {
  const api = context.apiHolder.get(gitopsMlTemplateApiRef);
  const options = await api?.getTemplateOptions().catch(() => undefined);
  const wanted = environments ?? [];
  const instances =
    options?.argocdInstances ?? wanted.map(({ instance }) => instance);
  checkEnvironments(wanted, instances).forEach(text =>
    validation.addError(text),
  );
};
