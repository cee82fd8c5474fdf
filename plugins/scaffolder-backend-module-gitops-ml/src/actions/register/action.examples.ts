import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const step = (name: string, input: object) =>
  stringify({
    steps: [
      { action: 'gitops-ml:argocd:register', id: 'register', name, input },
    ],
  });

const repoUrl = 'http://localhost:3200/ml/churn.git';
const environments = ['staging', 'production'].map(name => ({
  name,
  instance: 'main',
  namespace: `churn-${name}`,
}));

export const examples: TemplateExample[] = [
  {
    description:
      'Register a repository that the ML template made: an AppProject and an ApplicationSet on the instance of its environments',
    example: step('Register with Argo CD', {
      name: 'churn',
      repoUrl,
      environments,
    }),
  },
  {
    description:
      'Change an earlier registration, for example after an environment was added',
    example: step('Register with Argo CD', {
      name: 'churn',
      repoUrl,
      environments,
      onConflict: 'upsert',
    }),
  },
  {
    description:
      'One Application for each environment of a repository with another layout',
    example: step('Register with Argo CD', {
      name: 'churn',
      repoUrl,
      environments,
      layout: {
        application: {
          path: 'infra/{environment}',
          labels: { team: 'fraud' },
          deleteResources: true,
        },
      },
    }),
  },
];
