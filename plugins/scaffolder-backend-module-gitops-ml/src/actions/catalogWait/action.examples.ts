import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const step = (name: string, input: object) =>
  stringify({
    steps: [{ action: 'gitops-ml:catalog:wait', id: 'entity', name, input }],
  });

export const examples: TemplateExample[] = [
  {
    description: 'Wait until the catalog has what was registered',
    example: step('Wait for the catalog', {
      entityRef: 'component:default/churn',
    }),
  },
  {
    description: 'Wait longer, for a catalog with much to do',
    example: step('Wait for the catalog', {
      entityRef: 'component:default/churn',
      timeout: '5m',
    }),
  },
];
