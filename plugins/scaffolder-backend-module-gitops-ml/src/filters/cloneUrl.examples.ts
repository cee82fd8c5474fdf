import { TemplateFilterExample } from '@backstage/plugin-scaffolder-node/alpha';

export const examples: TemplateFilterExample[] = [
  {
    description: 'Of a repository on GitHub',
    example: `\
- id: render
  action: fetch:template
  input:
    url: ./skeleton
    values:
      cloneUrl: \${{ 'github.com?owner=ml&repo=example' | gitopsMlCloneUrl }}
`,
    notes: '`cloneUrl` is `https://github.com/ml/example.git`.',
  },
];
