import { Entity } from '@backstage/catalog-model';
import { createEntity } from './startPlugin';

/** What nobody but the owner of `fraud` may learn of it. */
export const SECRETS = [
  'CanaryPauseStep',
  'candidate-release',
  'v1.1.0',
  'registry/fraud',
  'a'.repeat(40),
];

export const NAMESPACE = 'fraud-staging';

/** Annotations that ask for what is not theirs. */
const WISHES: Record<string, Record<string, string>> = {
  name: { 'argocd/app-name': 'fraud-staging' },
  instance: {
    'argocd/app-name': 'fraud-staging',
    'argocd/instance-name': 'main',
  },
  selector: { 'argocd/app-selector': 'team=fraud' },
  id: { 'backstage.io/kubernetes-id': 'fraud' },
  label: { 'backstage.io/kubernetes-label-selector': 'app=fraud' },
  namespace: { 'backstage.io/kubernetes-namespace': NAMESPACE },
  plain: {},
};

export const thiefOf = (wish: string) => `thief-${wish}`;

/** Bob's entities: each was read from the repository `secret`, and asks for what is Ada's. */
export function listThieves(forgeUrl: string): Entity[] {
  const repository = `${forgeUrl}/ml/fraud`;
  const all: Record<string, Record<string, string>> = {
    ...WISHES,
    repository: { 'gitops-ml/repository': repository },
    config: {
      'gitops-ml/config-repo': repository,
      'argocd/app-name': 'fraud-staging',
    },
    source: {
      'backstage.io/source-location': `url:${repository}/src/branch/main/`,
    },
  };
  return Object.entries(all).map(([wish, annotations]) =>
    createEntity(forgeUrl, {
      name: thiefOf(wish),
      repository: 'secret',
      owner: 'user:bob',
      annotations,
    }),
  );
}

export const THIEVES = [
  ...Object.keys(WISHES),
  'repository',
  'config',
  'source',
].map(thiefOf);
