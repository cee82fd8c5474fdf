import { redactSetting } from './redactSetting';

describe('redactSetting', () => {
  it.each([
    ['online_store.password', 'hunter2', '***'],
    ['online_store.password', '${REDIS_PASSWORD}', '${REDIS_PASSWORD}'],
    ['online_store.password', '$REDIS_PASSWORD', '$REDIS_PASSWORD'],
    ['online_store.password', '', ''],
    ['online_store.password', 'a${X}', '***'],
    ['offline_store.private_key_content', 'abc', '***'],
    ['offline_store.spark_conf.spark.hadoop.fs.s3a.secret.key', 'abc', '***'],
    ['registry.s3_additional_kwargs.SSECustomerKey.token', 'abc', '***'],
    ['auth.client_secret', 'abc', '***'],
    ['auth.type', 'oidc', 'oidc'],
    ['entity_key_serialization_version', '3', '3'],
    ['online_store.ask_password', 'true', 'true'],
    [
      'online_store.connection_string',
      'h:6379,ssl=true,password=hunter2',
      'h:6379,ssl=true,password=***',
    ],
    [
      'online_store.connection_string',
      'redis://:hunter2@h:6379,redis://u:p@i:6379',
      'redis://h:6379,redis://i:6379',
    ],
    ['registry', 'postgresql://u:p@h:5432/db', 'postgresql://h:5432/db'],
    ['registry', 'postgresql://u:${PW}@h/db', 'postgresql://h/db'],
    [
      'x.url',
      'jdbc:postgresql://h/db?user=a&password=b',
      'jdbc:postgresql://h/db?user=a&password=***',
    ],
    ['x.dsn', 'user:pw@host:5432/db', 'host:5432/db'],
    [
      'x.connection',
      'AccountName=n;AccountKey=abc==;EndpointSuffix=s',
      'AccountName=n;AccountKey=***;EndpointSuffix=s',
    ],
    ['x.header', 'Authorization: Bearer abc.def', 'Authorization: Bearer ***'],
    ['x.pem', '-----BEGIN PRIVATE KEY-----\nabc', '***'],
    ['registry', 's3://bucket/registry.db', 's3://bucket/registry.db'],
    ['registry', 'data/registry.db', 'data/registry.db'],
  ])('writes %s: %s as %s', (key, value, expected) => {
    expect(redactSetting(key, value)).toBe(expected);
  });
});
