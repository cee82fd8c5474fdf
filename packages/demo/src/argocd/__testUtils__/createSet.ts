interface SetOptions {
  name: string;
  repoURL: string;
  generators: unknown[];
  syncPolicy?: object;
}

const set = (
  { name, generators, syncPolicy }: SetOptions,
  template: object,
) => ({
  metadata: { name },
  spec: {
    goTemplate: true,
    goTemplateOptions: ['missingkey=error'],
    syncPolicy: syncPolicy ?? { preserveResourcesOnDeletion: true },
    generators,
    template,
  },
});

/** An ApplicationSet as the template `ml-monorepo` writes it. */
export const createEnvironmentSet = (options: SetOptions) =>
  set(options, {
    metadata: {
      name: `${options.name}-{{.path.filenameNormalized | trimSuffix ".yaml"}}`,
      labels: { 'backstage.io/kubernetes-id': options.name },
    },
    spec: {
      project: 'ml-churn',
      source: {
        repoURL: options.repoURL,
        targetRevision: '{{.revision}}',
        path: 'infra/{{.path.filename | trimSuffix ".yaml"}}',
      },
      destination: { name: '{{.cluster}}', namespace: '{{.namespace}}' },
    },
  });

/** An ApplicationSet of which only the Applications' names are looked at. */
export const createNamedSet = (
  options: SetOptions & { applicationName: string },
) =>
  set(options, {
    metadata: { name: options.applicationName },
    spec: {
      project: 'ml-churn',
      source: {
        repoURL: options.repoURL,
        targetRevision: 'main',
        path: 'infra',
      },
      destination: { name: 'in-cluster', namespace: 'churn-x' },
    },
  });
