import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderTemplatingExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import scaffolderModuleGitopsMl from './index';

const start = async (config: object) => {
  const ids: string[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        {
          addActions: (...actions: { id: string }[]) => {
            ids.push(...actions.map(({ id }) => id));
          },
        },
      ],
      [
        scaffolderTemplatingExtensionPoint,
        {
          addTemplateFilters: () => {},
          addTemplateGlobals: () => {},
        },
      ],
    ],
    features: [
      scaffolderModuleGitopsMl,
      mockServices.rootConfig.factory({ data: { ...config } }),
    ],
  });
  await backend.stop();
  return ids;
};

describe('the scaffolder module', () => {
  it('adds its actions without any configuration', async () => {
    expect(await start({})).toEqual([
      'gitops-ml:dvc:track',
      'gitops-ml:argocd:register',
      'gitops-ml:catalog:wait',
    ]);
  });

  it('does not start with an address that is none', async () => {
    const instances = [{ name: 'main', url: 'argocd' }];
    const appLocatorMethods = [{ type: 'config', instances }];
    await expect(start({ argocd: { appLocatorMethods } })).rejects.toThrow(
      'argocd.appLocatorMethods[0].instances[0].url must be an http or https URL',
    );
  });
});
