import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { TestApiRegistry } from '@backstage/test-utils';
import { GitopsMlTemplateApi } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { gitopsMlTemplateApiRef } from '../../api';

/** What a field's validation says of a value, with this back end behind it. */
export async function collectErrors<T>(
  validate: CustomFieldValidator<T>,
  value: T,
  api: Pick<GitopsMlTemplateApi, 'checkName'>,
  formData: Record<string, string> = {},
): Promise<string[]> {
  const errors: string[] = [];
  const validation: Parameters<typeof validate>[1] = {
    addError: text => errors.push(text),
  };
  await validate(value, validation, {
    apiHolder: TestApiRegistry.from([
      gitopsMlTemplateApiRef,
      {
        ...api,
        getTemplateOptions: async () => ({
          schemaVersion: 1 as const,
          argocdInstances: [],
          dvcRemotes: [],
        }),
      },
    ]),
    formData,
    schema: {},
  });
  return errors;
}
