import { Json } from '@gitops-ml/core';
import { listGeneratorUrls } from './listGeneratorUrls';

it('finds repositories in generators of generators', () => {
  const generators: Json = [
    { git: { repoURL: 'http://a/b.git', files: [{ path: '*.yaml' }] } },
    { list: { elements: [{ name: 'x' }] } },
    { matrix: { generators: [{ git: { repoURL: 'http://a/c.git' } }] } },
  ];
  expect(listGeneratorUrls(generators)).toEqual([
    'http://a/b.git',
    'http://a/c.git',
  ]);
});
