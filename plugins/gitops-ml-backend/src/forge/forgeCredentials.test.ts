import { forgeCredentials, ForgeSecret } from './forgeCredentials';

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('forgeCredentials', () => {
  it.each<[ForgeSecret, string | undefined]>([
    [{ type: 'github', token: 't' }, basic('x-access-token:t')],
    [{ type: 'github', token: undefined }, undefined],
    [{ type: 'gitlab', token: 't' }, basic('oauth2:t')],
    [{ type: 'gitea', config: { username: 'u', password: 'p' } }, basic('u:p')],
    [{ type: 'gitea', config: { password: 'token' } }, basic('oauth2:token')],
    [{ type: 'gitea', config: {} }, undefined],
    [
      { type: 'bitbucketCloud', config: { username: 'u', appPassword: 'p' } },
      basic('u:p'),
    ],
    [
      { type: 'bitbucketCloud', config: { token: 't' } },
      basic('x-token-auth:t'),
    ],
    [
      { type: 'bitbucketCloud', config: { username: 'u', token: 't' } },
      basic('x-bitbucket-api-token-auth:t'),
    ],
    [{ type: 'bitbucketServer', config: { token: 't' } }, 'Bearer t'],
    [
      { type: 'bitbucketServer', config: { username: 'u', password: 'p' } },
      basic('u:p'),
    ],
    [
      { type: 'azure', credentials: { type: 'pat', token: 't' } },
      basic('pat:t'),
    ],
    [
      { type: 'azure', credentials: { type: 'bearer', token: 't' } },
      'Bearer t',
    ],
    [{ type: 'azure', credentials: undefined }, undefined],
  ])('authorises %j', (secret, header) => {
    expect(forgeCredentials(secret)).toBe(header);
  });
});
