import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const step = (name: string, input: object) =>
  stringify({
    steps: [{ action: 'gitops-ml:dvc:track', id: 'track', name, input }],
  });

export const examples: TemplateExample[] = [
  {
    description: 'Put a file under DVC; the remote is that of .dvc/config',
    example: step('Track the sample data', {
      paths: ['data/raw/transactions.csv'],
    }),
  },
  {
    description: 'Put a folder under DVC, on a remote given by its URL',
    example: step('Track the images', {
      paths: ['data/images'],
      remoteUrl: 'http://localhost:3202/churn',
    }),
  },
  {
    description: 'Write the pointer only, and let somebody push later',
    example: step('Track the sample data', {
      paths: ['data/raw/transactions.csv'],
      push: false,
    }),
  },
  {
    description: 'Fail unless the bytes are on the remote',
    example: step('Track the sample data', {
      paths: ['data/raw/transactions.csv'],
      push: true,
    }),
  },
];
