import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import scaffolderBackend from '@backstage/plugin-scaffolder-backend';
import giteaModule from '@backstage/plugin-scaffolder-backend-module-gitea';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { scaffolderModuleGitopsMl } from '../../module';
import { Baked, bakedSchema, Template } from './contract';
import { outputActionModule } from './outputAction';
import { readTemplateFolder } from './readTemplateFolder';

export interface TestScaffolder {
  /** Runs the template's own steps, without making anything outside. */
  bake(template: Template, values: object): Promise<Baked>;
  /** What the back end says to values; the status alone when they are good. */
  check(
    template: Template,
    values: object,
  ): Promise<{ status: number; refused: string[] }>;
  stop(): Promise<void>;
}

const CONFIG = {
  integrations: {
    gitea: [{ host: 'localhost:3200', baseUrl: 'http://localhost:3200' }],
  },
};

/** The real scaffolder back end with our module, started for dry runs. */
export async function startScaffolder(): Promise<TestScaffolder> {
  const backend = await startTestBackend({
    features: [
      scaffolderBackend,
      giteaModule,
      scaffolderModuleGitopsMl,
      outputActionModule,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({ data: CONFIG }),
    ],
  });
  const url = `http://localhost:${backend.server.port()}/api/scaffolder/v2/dry-run`;

  async function post(template: Template, values: object) {
    return fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        template,
        values,
        secrets: {},
        directoryContents: readTemplateFolder(),
      }),
    });
  }

  return {
    async bake(template, values) {
      const response = await post(template, values);
      const text = await response.text();
      if (!response.ok) throw new Error(`${response.status}: ${text}`);
      return bakedSchema.parse(JSON.parse(text));
    },
    async check(template, values) {
      const response = await post(template, values);
      const text = await response.text();
      const refused = response.status === 400 ? readErrors(text) : [];
      return { status: response.status, refused };
    },
    stop: () => backend.stop(),
  };
}

function readErrors(text: string): string[] {
  const { errors } = JSON.parse(text);
  return errors.map((error: { property: string }) => error.property);
}
