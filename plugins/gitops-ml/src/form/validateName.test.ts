import { NameCheckResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { collectErrors } from './__testUtils__/collectErrors';
import { validateName } from './validateName';

const answer = (catalog: string): NameCheckResponse => ({
  schemaVersion: 1,
  catalog,
  repository: 'unknown',
});

describe('validateName', () => {
  it.each(['free', 'unknown'])('takes a name that is %s', async word => {
    const checkName = jest.fn(async () => answer(word));
    expect(await collectErrors(validateName, 'fraud', { checkName })).toEqual(
      [],
    );
    expect(checkName).toHaveBeenCalledWith('fraud');
  });

  it('refuses a name that the catalog has', async () => {
    const checkName = async () => answer('taken');
    expect(await collectErrors(validateName, 'fraud', { checkName })).toEqual([
      'The catalog has a component fraud already. Choose another name.',
    ]);
  });

  it.each(['Fraud', 'a b', '-a', 'a-', '1a', 'a'.repeat(41), 'ä', ''])(
    'refuses %j without asking',
    async name => {
      const checkName = jest.fn(async () => answer('free'));
      expect(
        await collectErrors(validateName, name, { checkName }),
      ).toHaveLength(1);
      expect(checkName).not.toHaveBeenCalled();
    },
  );

  it('says that it could not ask', async () => {
    const checkName = async () => {
      throw new Error('down');
    };
    expect(await collectErrors(validateName, 'fraud', { checkName })).toEqual([
      'Whether the name is free could not be asked: down',
    ]);
  });
});
