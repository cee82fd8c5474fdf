import { TestApiRegistry } from '@backstage/test-utils';
import { NameCheckResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { gitopsMlTemplateApiRef } from '../api';
import { validateName } from './validateName';

async function errorsOf(
  name: string,
  checkName: (name: string, repoUrl?: string) => Promise<NameCheckResponse>,
): Promise<string[]> {
  const errors: string[] = [];
  const validation: Parameters<typeof validateName>[1] = {
    addError: text => errors.push(text),
  };
  await validateName(name, validation, {
    apiHolder: TestApiRegistry.from([
      gitopsMlTemplateApiRef,
      {
        checkName,
        getTemplateOptions: async () => ({
          schemaVersion: 1 as const,
          argocdInstances: [],
          dvcRemotes: [],
        }),
      },
    ]),
    formData: { repoUrl: 'forge?owner=ml&repo=x' },
    schema: {},
  });
  return errors;
}

const free: NameCheckResponse = {
  schemaVersion: 1,
  catalog: 'free',
  repository: 'free',
};

describe('validateName', () => {
  it('asks about the name and the chosen repository', async () => {
    const checkName = jest.fn(async () => free);
    expect(await errorsOf('fraud', checkName)).toEqual([]);
    expect(checkName).toHaveBeenCalledWith('fraud', 'forge?owner=ml&repo=x');
  });

  it.each(['Fraud', 'a b', '-a', 'a-', '1a', 'a'.repeat(41), 'ä', ''])(
    'refuses %j without asking',
    async name => {
      const checkName = jest.fn(async () => free);
      expect(await errorsOf(name, checkName)).toHaveLength(1);
      expect(checkName).not.toHaveBeenCalled();
    },
  );

  it('says that it could not ask', async () => {
    const errors = await errorsOf('fraud', async () => {
      throw new Error('down');
    });
    expect(errors).toEqual([
      'Whether the name is free could not be asked: down',
    ]);
  });
});
