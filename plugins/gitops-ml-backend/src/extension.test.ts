import path from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { gitopsMlReadersExtensionPoint } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import {
  isReady,
  refOf,
  StartedPlugin,
  startPlugin,
  until,
} from './__testUtils__/startPlugin';

const FRAUD = refOf('fraud');

const addReaders = createBackendModule({
  pluginId: 'gitops-ml',
  moduleId: 'test-readers',
  register(env) {
    env.registerInit({
      deps: { readers: gitopsMlReadersExtensionPoint },
      async init({ readers }) {
        readers.addReaderModule(
          path.resolve(__dirname, '__testUtils__/hostileReaders.cjs'),
        );
      },
    });
  },
});

describe("others' readers", () => {
  let plugin: StartedPlugin;

  afterEach(() => plugin.stop());

  it('read beside ours, and one that throws stops nothing', async () => {
    plugin = await startPlugin({ features: [addReaders] });
    const head = plugin.fraud.commit({
      'x.polite': '',
      'x.thrower': '',
      'raw.csv.dvc': `outs:\n- {md5: ${'a'.repeat(
        32,
      )}, hash: md5, size: 1, path: raw.csv}\n`,
    });
    const data = await until(() => plugin.client.getData(FRAUD), isReady(head));
    expect(data.outputs).toMatchObject([{ path: 'raw.csv' }]);
    const { files } = await plugin.client.getDoctor(FRAUD);
    expect(files).toEqual([
      { path: 'raw.csv.dvc', reader: 'dvc-file', status: 'read' },
      { path: 'x.polite', reader: 'polite', status: 'read' },
      { path: 'x.thrower', reader: 'thrower', status: 'problem' },
    ]);
  });
});
