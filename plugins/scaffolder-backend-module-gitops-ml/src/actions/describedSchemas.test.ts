import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createCatalogWaitAction } from './catalogWait/action';
import { createArgoCdRegisterAction } from './register/action';
import { createDvcTrackAction } from './track/action';

interface Schema {
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}

/** The paths of all fields of a JSON schema, with their descriptions. */
function listFields(schema: Schema, path = ''): [string, string | undefined][] {
  const named = Object.entries(schema.properties ?? {}).flatMap(
    ([name, field]): [string, string | undefined][] => [
      [`${path}${name}`, field.description],
      ...listFields(field, `${path}${name}.`),
    ],
  );
  const inner = [schema.items, ...(schema.anyOf ?? [])].flatMap(each =>
    each ? listFields(each, path) : [],
  );
  return [...named, ...inner];
}

const actions: [string, Pick<TemplateAction, 'schema'>][] = [
  ['gitops-ml:dvc:track', createDvcTrackAction({ fetch, remotes: [] })],
  [
    'gitops-ml:argocd:register',
    createArgoCdRegisterAction({ fetch, instances: [] }),
  ],
  [
    'gitops-ml:catalog:wait',
    createCatalogWaitAction({
      catalog: { getEntityByRef: async () => undefined },
    }),
  ],
];

describe.each(actions)('%s', (_, { schema }) => {
  it.each([['input' as const], ['output' as const]])(
    'describes every field of its %s',
    side => {
      const fields = listFields((schema?.[side] ?? {}) as Schema);
      expect(fields.length > 0 || side === 'output').toBe(true);
      expect(
        fields.filter(([, description]) => !description).map(([name]) => name),
      ).toEqual([]);
    },
  );
});
