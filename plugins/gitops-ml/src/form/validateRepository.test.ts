import { NameCheckResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { collectErrors } from './__testUtils__/collectErrors';
import { validateRepository } from './validateRepository';

const repoUrl = 'forge.example?owner=ml&repo=fraud-repository';
const formData = { name: 'fraud', repoUrl };

const answer = (repository: string): NameCheckResponse => ({
  schemaVersion: 1,
  catalog: 'taken',
  repository,
});

describe('validateRepository', () => {
  it.each(['free', 'unknown'])('takes a repository that is %s', async word => {
    const checkName = jest.fn(async () => answer(word));
    expect(
      await collectErrors(validateRepository, repoUrl, { checkName }, formData),
    ).toEqual([]);
    expect(checkName).toHaveBeenCalledWith('fraud', repoUrl);
  });

  it('refuses a repository that is there already', async () => {
    const checkName = async () => answer('taken');
    expect(
      await collectErrors(validateRepository, repoUrl, { checkName }, formData),
    ).toEqual([
      'That repository exists already. Choose another name, or delete it if an earlier run left it empty.',
    ]);
  });

  it('says that it could not ask', async () => {
    const checkName = async () => {
      throw new Error('down');
    };
    expect(
      await collectErrors(validateRepository, repoUrl, { checkName }, formData),
    ).toEqual(['Whether the repository exists could not be asked: down']);
  });
});
