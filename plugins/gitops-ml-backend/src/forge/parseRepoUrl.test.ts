import { parseRepoUrl } from './parseRepoUrl';
import { Forge } from './forges';

const forges: Forge[] = [
  { type: 'gitea', host: 'localhost:3200', baseUrl: 'http://localhost:3200' },
  { type: 'github', host: 'github.com', baseUrl: 'https://github.com' },
  { type: 'gitlab', host: 'gitlab.com', baseUrl: 'https://gitlab.com' },
  { type: 'azure', host: 'dev.azure.com', baseUrl: 'https://dev.azure.com' },
];

describe('parseRepoUrl', () => {
  it.each([
    ['localhost:3200?owner=ml&repo=x', 'http://localhost:3200/ml/x.git'],
    ['github.com?owner=o&repo=r', 'https://github.com/o/r.git'],
    ['gitlab.com?owner=g%2Fsub&repo=r', 'https://gitlab.com/g/sub/r.git'],
  ])('finds the repository of %s', (repoUrl, cloneUrl) => {
    expect(parseRepoUrl(repoUrl, forges)?.cloneUrl).toBe(cloneUrl);
  });

  it.each([
    'unknown.example?owner=ml&repo=x',
    'localhost:3200?owner=ml',
    'localhost:3200?repo=x',
    'dev.azure.com?owner=o&repo=r',
    'http://localhost:3200/ml/x',
    '',
  ])('finds none in %j', repoUrl => {
    expect(parseRepoUrl(repoUrl, forges)).toBeUndefined();
  });
});
