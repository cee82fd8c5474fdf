import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../setup/paths.mjs';

// The packages' ES modules import what Node's own loader doesn't find.
const require = createRequire(import.meta.url);
const { ConfigReader } = require('@backstage/config');
const { ScmIntegrations } = require('@backstage/integration');
const {
  createFetchTemplateAction,
} = require('@backstage/plugin-scaffolder-backend');

const TEMPLATE = path.join(root, 'templates/ml-monorepo/template.yaml');

/** Renders the skeletons of ml-monorepo into `directory`, as the scaffolder does. */
export async function bakeTemplate(directory, { name, dvcRemoteUrl }) {
  const action = createFetchTemplateAction({
    reader: undefined,
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
  });
  const environments = ['staging', 'production'].map(environment => ({
    name: environment,
    instance: 'main',
    cluster: 'in-cluster',
    namespace: `${name}-${environment}`,
  }));
  const values = {
    templateVersion: '0.1.0',
    name,
    owner: 'group:default/ml-team',
    description: 'Finds fraudulent card transactions',
    environments,
    dvcRemoteUrl,
    host: 'localhost:3200',
    repository: `ml/${name}`,
    cloneUrl: `http://localhost:3200/ml/${name}.git`,
  };
  const render = input =>
    action.handler({
      input,
      workspacePath: directory,
      // As the scaffolder writes it, which takes the rest for a path: no escapes.
      templateInfo: { baseUrl: `file://${TEMPLATE}` },
      logger: { info() {}, debug() {}, warn() {}, error() {} },
      checkpoint: ({ fn }) => fn(),
      output() {},
      createTemporaryDirectory: async () =>
        fs.mkdtempSync(`${directory}-temporary-`),
    });
  fs.mkdirSync(directory, { recursive: true });
  await render({
    url: './skeleton',
    copyWithoutTemplating: ['.github/**', 'data/**/*.csv'],
    values,
  });
  for (const environment of environments) {
    await render({
      url: './skeleton-environment',
      replace: true,
      values: { name, cloneUrl: values.cloneUrl, environment },
    });
  }
}
