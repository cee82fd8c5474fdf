import { ObjectServer, serveObjects } from '../../__testUtils__/serveObjects';
import {
  isReady,
  refOf,
  StartedPlugin,
  startPlugin,
  until,
} from '../../__testUtils__/startPlugin';

const FRAUD = refOf('fraud');
const A = 'a'.repeat(32);
const B = 'b'.repeat(32);

const pointer = (md5: string, options = '') =>
  `outs:\n- md5: ${md5}\n  size: 1\n  hash: md5\n  path: raw.csv\n${options}`;

const config = (url: string) =>
  `[core]\n    remote = store\n['remote "store"']\n    url = ${url}/store\n['remote "s3"']\n    url = s3://bucket\n`;

describe('whether data were pushed', () => {
  let plugin: StartedPlugin;
  let remote: ObjectServer;

  beforeEach(async () => {
    remote = await serveObjects();
  });

  afterEach(async () => {
    await plugin.stop();
    await remote.close();
  });

  const statuses = async () => {
    const { outputs } = await plugin.client.getData(FRAUD);
    return outputs.map(({ path, pushed }) => `${path} ${pushed.status}`);
  };

  it('is asked of an allowed remote in the background, and told', async () => {
    plugin = await startPlugin({
      config: () => ({
        dvc: {
          remotes: [{ urlPrefix: remote.url, username: 'u', password: 'p' }],
        },
      }),
    });
    remote.objects.add(`/store/files/md5/aa/${A.slice(2)}`);
    const head = plugin.fraud.commit({
      '.dvc/config': config(remote.url),
      'a/raw.csv.dvc': pointer(A),
      'b/raw.csv.dvc': pointer(B),
      'c/raw.csv.dvc': pointer(B, '  remote: s3\n'),
      'd/raw.csv.dvc': pointer(B, '  push: false\n'),
    });
    await until(() => plugin.client.getData(FRAUD), isReady(head));
    const last = await until(statuses, ([first]) => first.endsWith(' pushed'));
    expect(last).toEqual([
      'a/raw.csv pushed',
      'b/raw.csv missing',
      'c/raw.csv not-checked',
      'd/raw.csv push-disabled',
    ]);
    const basic = `Basic ${Buffer.from('u:p').toString('base64')}`;
    expect([...new Set(remote.requests)].sort()).toEqual([
      `HEAD /store/files/md5/aa/${A.slice(2)} ${basic}`,
      `HEAD /store/files/md5/bb/${B.slice(2)} ${basic}`,
    ]);
  });

  it('is not asked of an address that only the repository names', async () => {
    plugin = await startPlugin();
    const head = plugin.fraud.commit({
      '.dvc/config': config(remote.url),
      'a/raw.csv.dvc': pointer(A),
    });
    await until(() => plugin.client.getData(FRAUD), isReady(head));
    expect(await statuses()).toEqual(['a/raw.csv not-checked']);
    expect(remote.requests).toEqual([]);
  });
});
