import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { createTemporaryFolder, removeFolder } from '@gitops-ml/git/testUtils';
import { bakeTemplate } from './bakeTemplate';

const TEMPLATE = path.resolve(
  __dirname,
  '../../../../../templates/ml-monorepo',
);

let folder: string;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(() => removeFolder(folder));

it.each(['a clone', 'a%20clone', '100%', 'a#b?c', 'Übung 🦊'])(
  'renders a template that lies in a folder named %j',
  async name => {
    const template = path.join(folder, name, 'templates');
    const workspace = path.join(folder, 'workspace');
    cpSync(TEMPLATE, template, { recursive: true });
    mkdirSync(workspace);
    const files = await bakeTemplate(template, workspace, {
      name: 'ranking',
      dvcRemoteUrl: 'http://localhost:3202/ranking',
      environments: [],
    });
    expect(files.get('dvc.yaml')?.toString()).toContain('stages:');
    expect(files.get('.dvc/config')?.toString()).toContain(
      'http://localhost:3202/ranking',
    );
  },
);
