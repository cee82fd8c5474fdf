import { startTestForge, TestForge } from '../__testUtils__/startTestForge';
import { HookReceiver, receiveHooks } from '../__testUtils__/receiveHooks';

let forge: TestForge;
let receiver: HookReceiver;

const none = '0'.repeat(40);
const git = (...args: string[]) => forge.work.git(...args);
const push = (...refs: string[]) =>
  git('push', '--quiet', '--force', forge.remote('ml/fraud'), ...refs);
/** The events that came, by their kind and ref, in no order. */
const told = () =>
  receiver.received
    .map(({ headers, body }) => `${headers['x-gitea-event']} ${body.ref}`)
    .sort();
const bodyOf = (event: string) =>
  receiver.received.find(({ headers }) => headers['x-gitea-event'] === event)
    ?.body;

beforeAll(async () => {
  forge = await startTestForge();
  receiver = await receiveHooks();
  await forge.post('/api/v1/repos/ml/fraud/hooks', {
    type: 'gitea',
    active: true,
    events: ['push', 'create', 'delete'],
    config: { url: receiver.url, content_type: 'json', secret: 's' },
  });
});

afterAll(async () => {
  await receiver.close();
  await forge.close();
});

beforeEach(() => {
  receiver.received.length = 0;
});

describe('a webhook', () => {
  it('names the commits of a push, newest first, and what they changed', async () => {
    forge.work.write({ a: '1', 'README.md': 'other\n' });
    const first = await forge.work.commit('add a');
    await git('rm', '--quiet', 'a');
    const second = await forge.work.commit('remove a');
    await push('main');
    const [{ body }] = await receiver.waitFor(1);
    expect(body).toMatchObject({
      before: forge.head,
      after: second,
      total_commits: 2,
      compare_url: `${forge.url}/ml/fraud/compare/${forge.head}...${second}`,
      commits: [
        { id: second, added: [], modified: [], removed: ['a'] },
        { id: first, added: ['a'], modified: ['README.md'], removed: [] },
      ],
      head_commit: { id: second },
      pusher: { login: 'demo' },
    });
  });

  it('tells of a forced push what is new', async () => {
    const before = await git('rev-parse', 'HEAD');
    await git('reset', '--quiet', '--hard', forge.head);
    forge.work.write({ b: '1' });
    const after = await forge.work.commit('instead');
    await push('main');
    const [{ body }] = await receiver.waitFor(1);
    expect(body).toMatchObject({ before, after, total_commits: 1 });
  });

  it('tells of branches and tags that come and go', async () => {
    await push('main:feature/x', 'fraud@v1.0.0:refs/tags/fraud@v2.0.0');
    await receiver.waitFor(4);
    expect(told()).toEqual([
      'create feature/x',
      'create fraud@v2.0.0',
      'push refs/heads/feature/x',
      'push refs/tags/fraud@v2.0.0',
    ]);
    receiver.received.length = 0;
    await push(':feature/x', ':refs/tags/fraud@v2.0.0');
    await receiver.waitFor(3);
    expect(told()).toEqual([
      'delete feature/x',
      'delete fraud@v2.0.0',
      'push refs/tags/fraud@v2.0.0',
    ]);
    expect(bodyOf('push')).toMatchObject({ after: none, head_commit: null });
  });

  it('tells of a file that is added by a call', async () => {
    await forge.post('/api/v1/repos/ml/fraud/contents/new.txt', {
      content: 'aGk=',
    });
    const [{ body }] = await receiver.waitFor(1);
    expect(body).toMatchObject({ commits: [{ added: ['new.txt'] }] });
  });

  it('tells of two pushes at the same time once each', async () => {
    await Promise.all([push('main:left'), push('main:right')]);
    await receiver.waitFor(4);
    expect(told()).toEqual([
      'create left',
      'create right',
      'push refs/heads/left',
      'push refs/heads/right',
    ]);
  });

  it('tells of a limited number of tags', async () => {
    const tags = Array.from({ length: 60 }, (_, at) => `many@v1.0.${at}`);
    for (const tag of tags) await git('tag', tag);
    await push('--tags');
    await receiver.waitFor(100);
    expect(receiver.received).toHaveLength(100);
  });
});

it('answered all of this without an error of its own', () => {
  expect(forge.errors).toEqual([]);
});
