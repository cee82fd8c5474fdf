import { collectPushedUrls } from './collectPushedUrls';

describe('collectPushedUrls', () => {
  it.each<[string, unknown, string[]]>([
    [
      'Gitea and GitHub',
      {
        ref: 'refs/heads/main',
        repository: {
          clone_url: 'http://h/o/r.git',
          html_url: 'http://h/o/r',
          ssh_url: 'git@h:o/r.git',
        },
      },
      ['http://h/o/r.git', 'http://h/o/r', 'git@h:o/r.git'],
    ],
    [
      'GitLab',
      {
        project: {
          git_http_url: 'https://h/g/r.git',
          web_url: 'https://h/g/r',
        },
      },
      ['https://h/g/r.git', 'https://h/g/r'],
    ],
    [
      'Bitbucket',
      {
        repository: { links: { html: { href: 'https://bitbucket.org/w/r' } } },
      },
      ['https://bitbucket.org/w/r'],
    ],
    [
      'Azure DevOps',
      {
        resource: {
          repository: { remoteUrl: 'https://dev.azure.com/o/p/_git/r' },
        },
      },
      ['https://dev.azure.com/o/p/_git/r'],
    ],
    ['something else', { repository: 7, project: { web_url: [] } }, []],
    ['no object', 'ping', []],
  ])('reads the payload of %s', (_, payload, urls) => {
    expect(collectPushedUrls(payload)).toEqual(urls);
  });
});
