import {
  createTemporaryFolder,
  removeFolder,
  TestRepository,
} from '@gitops-ml/git/testUtils';
import { withWorkspace } from '../Workspace';
import { models } from './models';

describe('models', () => {
  const made = new TestRepository(createTemporaryFolder());

  afterAll(() => removeFolder(made.directory));

  it("lists what GTO's old index declares, registered or not", async () => {
    const md5 = '4'.repeat(32);
    const commit = made.commit('Declare', {
      'model.pkl.dvc': `outs:\n- md5: ${md5}\n  path: model.pkl\n`,
      'artifacts.yaml':
        'churn: {type: model, path: model.pkl}\nlater: {type: model}\n',
    });
    made.tag('churn@v1.0.0', commit);
    const place = {
      repo: made.directory,
      rev: undefined,
      environment: undefined,
    };
    const { body, problems } = await withWorkspace(place, workspace =>
      models(workspace, place),
    );
    expect(problems).toEqual([]);
    expect(body.models).toMatchObject([
      {
        name: 'churn',
        versions: [
          {
            version: 'v1.0.0',
            artifact: {
              path: 'model.pkl',
              hash: { algorithm: 'md5-dos2unix', value: md5 },
            },
          },
        ],
      },
      { name: 'later', latest: null, versions: [], stages: {} },
    ]);
  });
});
