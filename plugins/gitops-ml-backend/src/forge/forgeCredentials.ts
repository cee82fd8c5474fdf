import {
  BitbucketCloudIntegrationConfig,
  BitbucketServerIntegrationConfig,
  GiteaIntegrationConfig,
} from '@backstage/integration';

/** What an integration knows of one forge, tokens already obtained. */
export type ForgeSecret =
  | { type: 'github'; token: string | undefined }
  | { type: 'gitlab'; token: string | undefined }
  | {
      type: 'azure';
      credentials: { type: 'bearer' | 'pat'; token: string } | undefined;
    }
  | {
      type: 'gitea';
      config: Pick<GiteaIntegrationConfig, 'username' | 'password'>;
    }
  | {
      type: 'bitbucketCloud';
      config: Pick<
        BitbucketCloudIntegrationConfig,
        'username' | 'appPassword' | 'token'
      >;
    }
  | {
      type: 'bitbucketServer';
      config: Pick<
        BitbucketServerIntegrationConfig,
        'username' | 'password' | 'token'
      >;
    };

/**
 * The `Authorization` header with which git may read from a forge, or
 * `undefined` for reading without credentials. User names are what each forge
 * documents for tokens over git's HTTP transport.
 */
export function forgeCredentials(secret: ForgeSecret): string | undefined {
  switch (secret.type) {
    case 'github':
      return basic('x-access-token', secret.token);
    case 'gitlab':
      return basic('oauth2', secret.token);
    case 'gitea':
      // Without a user name Backstage takes the password for an access token.
      return basic(secret.config.username ?? 'oauth2', secret.config.password);
    case 'bitbucketCloud':
      return bitbucketCloud(secret.config);
    case 'bitbucketServer':
      return secret.config.token
        ? `Bearer ${secret.config.token}`
        : basic(secret.config.username, secret.config.password);
    case 'azure':
      return secret.credentials?.type === 'bearer'
        ? `Bearer ${secret.credentials.token}`
        : basic('pat', secret.credentials?.token);
    default:
      return secret satisfies never;
  }
}

function bitbucketCloud(config: {
  username?: string;
  appPassword?: string;
  token?: string;
}) {
  if (!config.token) return basic(config.username, config.appPassword);
  return basic(
    config.username ? 'x-bitbucket-api-token-auth' : 'x-token-auth',
    config.token,
  );
}

function basic(user: string | undefined, password: string | undefined) {
  if (user === undefined || !password) return undefined;
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
