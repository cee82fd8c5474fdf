import { readFiles } from '../__testUtils__/readFiles';
import { READERS } from '../readers';
import { createImageCollector } from './createImageCollector';

const DIGEST = `sha256:${'0'.repeat(64)}`;

it('createImageCollector follows an overlay to its bases and components', async () => {
  const readings = await readFiles(READERS, {
    'infra/base/kustomization.yaml': `images:
  - {name: service, newName: registry:5000/ml/service, digest: "${DIGEST}"}
  - {name: sidecar, newTag: "1.10"}
  - {name: same}
`,
    'infra/staging/kustomization.yaml':
      'resources: [../base]\nimages: [{name: service, newName: registry:5000/ml/service, newTag: v2}]\n',
    'infra/production/kustomization.yaml':
      'resources: [../base]\nimages: [{name: other, newTag: v3}]\n',
  });
  expect(readings.flatMap(({ problems }) => problems)).toEqual([]);
  const repository = 'registry:5000/ml/service';
  expect(createImageCollector(readings)('infra/staging')).toEqual([
    { repository, tag: undefined, digest: DIGEST },
    { repository: 'sidecar', tag: '1.10', digest: undefined },
    { repository: 'same', tag: undefined, digest: undefined },
    { repository, tag: 'v2', digest: undefined },
  ]);
  expect(createImageCollector(readings)('elsewhere')).toEqual([]);
});

it('createImageCollector passes over what is no image', async () => {
  const readings = await readFiles(READERS, {
    'infra/base/kustomization.yaml': 'resources: []\n',
    'infra/staging/kustomization.yaml':
      'resources: [../base]\nimages: [{newTag: v1}, 3, {name: a, newTag: [1]}]\n',
  });
  expect(createImageCollector(readings)('infra/staging')).toEqual([
    { repository: 'a', tag: undefined, digest: undefined },
  ]);
});
