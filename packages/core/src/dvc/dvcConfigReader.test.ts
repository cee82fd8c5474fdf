import { DvcConfigFacts } from '../facts/dvc';
import { readFile } from '../__testUtils__/readFiles';
import { dvcConfigReader } from './dvcConfigReader';

const read = (text: string, path = '.dvc/config') =>
  readFile(dvcConfigReader, path, { [path]: text });

async function factsOf(text: string, path?: string): Promise<DvcConfigFacts> {
  const { facts, problems } = await read(text, path);
  expect(problems).toEqual([]);
  if (!facts) throw new Error('no facts');
  return facts;
}

const SECRETS = [
  'access_key_id',
  'secret_access_key',
  'session_token',
  'password',
  'passphrase',
  'sas_token',
  'account_key',
  'connection_string',
  'client_secret',
  'token',
  'oss_key_id',
  'oss_key_secret',
  'gdrive_client_secret',
  'gdrive_service_account_json_file_path',
  'sse_customer_key',
  'bearer_token_command',
  // No keys of DVC.
  'sas',
  'api_key',
  'apikey',
  'pwd',
  'private_key',
  'key',
  'credentials',
];

describe('dvc-config', () => {
  it('takes .dvc/config at any depth', () => {
    const paths = [
      '.dvc/config',
      'a/b/.dvc/config',
      'x.dvc/config',
      '.dvc/config.local',
      'dvc/config',
    ];
    expect(dvcConfigReader.entries(paths)).toEqual(paths.slice(0, 2));
  });

  it('reads remotes and the default one', async () => {
    const facts = await factsOf(
      [
        '[core]',
        '    remote = Main',
        '[\'remote "Main"\']',
        '    url = s3://bucket/path # where',
        '    region = "eu west"',
        '[\'remote "other"\']',
        '    url = ../data',
        '[cache]',
        '    type = "reflink,copy"',
      ].join('\n'),
      'team/.dvc/config',
    );
    expect(facts).toEqual({
      kind: 'dvc-config',
      path: 'team/.dvc/config',
      root: 'team',
      coreRemote: 'main',
      remotes: [
        {
          name: 'main',
          url: 's3://bucket/path',
          scheme: 's3',
          options: { region: 'eu west' },
          redacted: [],
          line: 3,
        },
        {
          name: 'other',
          url: '../data',
          scheme: 'local',
          options: {},
          redacted: [],
          line: 6,
        },
      ],
      sections: {
        core: { remote: 'Main' },
        cache: { type: 'reflink,copy' },
      },
    });
  });

  it.each(SECRETS)('leaves out the value of %s', async key => {
    const facts = await factsOf(
      `['remote "r"']\nurl = https://user:hunter2@h/p?sig=hunter2\n${key} = hunter2\n[studio]\n${key} = hunter2\n`,
    );
    expect(JSON.stringify(facts)).not.toContain('hunter2');
    expect(facts.remotes[0].redacted).toEqual([key]);
    expect(facts.sections.studio).toEqual({ [key]: '***' });
  });

  it('shows whether a password is asked for', async () => {
    const facts = await factsOf('[\'remote "r"\']\nask_password = true\n');
    expect(facts.remotes[0]).toMatchObject({
      url: undefined,
      scheme: 'unknown',
      options: { ask_password: 'true' },
      redacted: [],
    });
  });

  it('keeps the good lines beside the broken ones, and quotes none', async () => {
    const { facts, problems } = await read(
      [
        'hunter2 before = hunter2',
        '[core]',
        'hunter2',
        'remote = "hunter2',
        'remote = r',
        'remote = hunter2',
        '[core]',
        'analytics = hunter2',
        '[[nested]]',
        '[\'remote "r"\']',
        'password = """',
        'hunter2',
        '"""',
        'url = /data',
      ].join('\n'),
    );
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['config-syntax', 1],
      ['config-syntax', 3],
      ['config-syntax', 4],
      ['config-syntax', 6],
      ['config-syntax', 7],
      ['config-syntax', 9],
    ]);
    expect(facts).toMatchObject({
      coreRemote: 'r',
      remotes: [{ name: 'r', url: '/data', redacted: ['password'] }],
    });
    expect(JSON.stringify({ facts, problems })).not.toContain('hunter2');
  });

  it('warns of a default remote that is not defined here', async () => {
    const { problems } = await read('[core]\nremote = gone\n');
    expect(problems).toMatchObject([
      { code: 'unknown-reference', severity: 'warning', line: 2 },
    ]);
  });

  it('names a merge conflict', async () => {
    const { facts, problems } = await read(
      '[core]\n<<<<<<< HEAD\nremote = a\n=======\nremote = b\n>>>>>>> x\n',
    );
    expect(facts).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'merge-conflict', line: 2 }]);
  });
});
