import { matchesPath, matchesPathspec } from './matchPath';

describe('matchesPathspec, as git ls-files', () => {
  it.each([
    ['argocd/environments/*.yaml', 'argocd/environments/staging.yaml', true],
    ['argocd/environments/*.yaml', 'argocd/environments/eu/staging.yaml', true],
    ['argocd/environments/*.yaml', 'argocd/environments/staging.json', false],
    ['argocd/environments', 'argocd/environments/staging.yaml', true],
    ['argocd/env', 'argocd/environments/staging.yaml', false],
    ['argocd/**/staging.yaml', 'argocd/eu/a/staging.yaml', true],
    ['a[0-9].yaml', 'a1.yaml', true],
    ['a{b}.yaml', 'a{b}.yaml', true],
  ])('%s takes %s: %s', (pattern, file, expected) => {
    expect(matchesPathspec(pattern, file)).toBe(expected);
  });
});

describe('matchesPath, as path.Match', () => {
  it.each([
    ['infra/*', 'infra/staging', true],
    ['infra/*', 'infra/staging/sub', false],
    ['infra/**', 'infra/staging/sub', false],
    ['infra/[^b]*', 'infra/base', false],
    ['infra/[^b]*', 'infra/staging', true],
  ])('%s takes %s: %s', (pattern, path, expected) => {
    expect(matchesPath(pattern, path)).toBe(expected);
  });
});
