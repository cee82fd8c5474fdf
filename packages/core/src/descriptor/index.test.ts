import { DEFAULT_READ_LIMITS } from '../reading/ReadLimits';
import { LoadedTree } from '../reading/readEntry';
import { DESCRIPTOR_READERS } from './index';

const paths = [
  'gitops-ml.yaml',
  'ml/gitops-ml.yaml',
  'gitops-ml.yml',
  'models/a.yaml',
  'models/eu/b.yml',
  'ml/models/c.yaml',
  'models/model.pkl.dvc',
  'my-models/d.yaml',
  'models.yaml',
];

const entriesOf = (id: string) =>
  DESCRIPTOR_READERS.find(reader => reader.id === id)?.entries(paths);

describe('DESCRIPTOR_READERS', () => {
  it('start from the files of their names', () => {
    expect(entriesOf('gitops-ml-file')).toEqual([
      'gitops-ml.yaml',
      'ml/gitops-ml.yaml',
    ]);
    expect(entriesOf('model-descriptor')).toEqual([
      'models/a.yaml',
      'models/eu/b.yml',
      'ml/models/c.yaml',
    ]);
  });

  it('ask for their file, and say when it is too large', () => {
    const [descriptor, file] = DESCRIPTOR_READERS;
    const tree = new LoadedTree();
    expect(file.read('gitops-ml.yaml', tree, DEFAULT_READ_LIMITS)).toEqual({
      needs: [{ kind: 'get', path: 'gitops-ml.yaml' }],
    });
    tree.setFile('gitops-ml.yaml', { kind: 'too-large', size: 9 });
    tree.setFile('models/a.yaml', { kind: 'too-large', size: 9 });
    expect(
      file.read('gitops-ml.yaml', tree, { ...DEFAULT_READ_LIMITS, bytes: 8 }),
    ).toEqual({
      facts: undefined,
      problems: [
        {
          code: 'too-large',
          severity: 'error',
          path: 'gitops-ml.yaml',
          line: 1,
          args: { size: 9, limit: 8 },
        },
      ],
    });
    expect(descriptor.read('models/a.yaml', tree, DEFAULT_READ_LIMITS)).toEqual(
      { facts: undefined, problems: [] },
    );
  });
});
