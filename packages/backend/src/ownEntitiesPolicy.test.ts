import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { OwnEntitiesPolicy } from './ownEntitiesPolicy';

const policy = new OwnEntitiesPolicy();

const onEntity = createPermission({
  name: 'gitops-ml.state.read',
  attributes: { action: 'read' },
  resourceType: 'catalog-entity',
});

const user = {
  credentials: mockCredentials.user('user:default/guest'),
  info: {
    userEntityRef: 'user:default/guest',
    ownershipEntityRefs: ['user:default/guest', 'group:default/ml-team'],
  },
  identity: {
    type: 'user' as const,
    userEntityRef: 'user:default/guest',
    ownershipEntityRefs: ['user:default/guest', 'group:default/ml-team'],
  },
  token: '',
};

const conditionOn = (claims: string[]) => ({
  result: AuthorizeResult.CONDITIONAL,
  conditions: {
    anyOf: [expect.objectContaining({ params: { claims } })],
  },
});

describe('OwnEntitiesPolicy', () => {
  it("makes ML state depend on who of the user's groups owns the entity", async () => {
    await expect(
      policy.handle({ permission: onEntity }, user),
    ).resolves.toMatchObject(conditionOn(user.info.ownershipEntityRefs));
  });

  it('lets nobody who is not signed in own anything', async () => {
    await expect(
      policy.handle({ permission: onEntity }),
    ).resolves.toMatchObject(conditionOn([]));
  });

  it.each([
    ['lets', 'who is signed in', user, AuthorizeResult.ALLOW],
    ['does not let', 'anybody else', undefined, AuthorizeResult.DENY],
  ])('%s %s fill in a template', async (_word, _who, whom, result) => {
    const permission = createPermission({
      name: 'gitops-ml.template.use',
      attributes: { action: 'read' },
    });
    await expect(policy.handle({ permission }, whom)).resolves.toEqual({
      result,
    });
  });

  it('refuses an ML permission that is tied to no entity', async () => {
    const permission = createPermission({
      name: 'gitops-ml.unknown',
      attributes: {},
    });
    await expect(policy.handle({ permission }, user)).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
  });

  it('leaves everything else to everybody', async () => {
    const permission = createPermission({
      name: 'catalog.entity.read',
      attributes: { action: 'read' },
      resourceType: 'catalog-entity',
    });
    await expect(policy.handle({ permission })).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });
});
