import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createFetchTemplateAction } from '@backstage/plugin-scaffolder-backend';

/** What the form of the template asks for, as far as the skeleton needs it. */
interface BakeValues {
  name: string;
  dvcRemoteUrl: string;
  /** Default: one that nobody clones from. */
  cloneUrl?: string;
  environments: {
    name: string;
    instance: string;
    cluster: string;
    namespace: string;
  }[];
}

const silent: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

/** Renders with Backstage's own action; nothing is fetched from anywhere. */
async function render(
  template: string,
  workspacePath: string,
  input: {
    url: string;
    values: Record<string, unknown>;
    replace?: boolean;
    copyWithoutTemplating?: string[];
  },
): Promise<void> {
  const refuse = () => Promise.reject(new Error('a bake reads files only'));
  const action = createFetchTemplateAction({
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    reader: { readUrl: refuse, readTree: refuse, search: refuse },
  });
  // As the scaffolder writes it, which takes the rest for a path: no escapes.
  const baseUrl = `file://${path.join(template, 'template.yaml')}`;
  await action.handler({
    input,
    workspacePath,
    logger: silent,
    task: { id: 'bake' },
    templateInfo: { entityRef: 'template:default/ml-monorepo', baseUrl },
    output: () => {},
    checkpoint: async ({ fn }) => fn(),
    createTemporaryDirectory: async () => mkdtempSync(`${workspacePath}-`),
    getInitiatorCredentials: refuse,
  });
}

function filesBelow(directory: string, below = ''): [string, Buffer][] {
  const here = path.join(directory, below);
  return readdirSync(here, { withFileTypes: true }).flatMap(entry => {
    const relative = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory()
      ? filesBelow(directory, relative)
      : [[relative, readFileSync(path.join(directory, relative))]];
  });
}

/** The files of the repository that templates/ml-monorepo makes in an empty folder. */
export async function bakeTemplate(
  template: string,
  workspace: string,
  values: BakeValues,
): Promise<Map<string, Buffer>> {
  const { name } = values;
  const { cloneUrl = `https://git.example.com/ml/${name}.git` } = values;
  await render(template, workspace, {
    url: './skeleton',
    copyWithoutTemplating: ['.github/**', 'data/**/*.csv'],
    values: {
      ...values,
      templateVersion: '0.1.0',
      owner: 'group:default/ml-team',
      description: 'For a test',
      host: 'git.example.com',
      repository: `ml/${name}`,
      cloneUrl,
    },
  });
  for (const environment of values.environments) {
    await render(template, workspace, {
      url: './skeleton-environment',
      replace: true,
      values: { name, cloneUrl, environment },
    });
  }
  return new Map(filesBelow(workspace));
}
