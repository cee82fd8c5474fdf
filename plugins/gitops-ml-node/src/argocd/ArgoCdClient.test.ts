import { startRecordedArgoCd } from './__testUtils__/startRecordedArgoCd';
import { ArgoCdClient } from './ArgoCdClient';
import { ArgoCdCredentials } from './readArgoCdInstances';

describe('ArgoCdClient', () => {
  let argoCd: Awaited<ReturnType<typeof startRecordedArgoCd>>;

  beforeEach(async () => {
    argoCd = await startRecordedArgoCd();
  });

  afterEach(() => argoCd.close());

  const createClient = (
    credentials: ArgoCdCredentials | undefined = { token: 'the-token' },
    url = argoCd.url,
  ) =>
    new ArgoCdClient({
      fetch,
      instance: { name: 'main', url, credentials },
      timeoutMs: 300,
    });

  const SET = () => argoCd.recorded['set-create'].request.body;

  it('sends the token, and the object of a question in one piece', async () => {
    argoCd.answer({ recorded: 'can-i' });
    expect(
      await createClient().canI('applicationsets', 'create', 'ml-x/ml-x'),
    ).toEqual({ ok: true, value: true });
    expect(argoCd.seen).toEqual([
      {
        method: 'GET',
        url: '/api/v1/account/can-i/applicationsets/create/ml-x%2Fml-x',
        authorization: 'Bearer the-token',
        body: '',
      },
    ]);
  });

  it('signs in once with username and password', async () => {
    argoCd.answer(
      { recorded: 'session' },
      { recorded: 'can-i' },
      { recorded: 'can-i' },
    );
    const client = createClient({ username: 'u', password: 'secret' });
    await client.canI('projects', 'create', 'ml-x');
    await client.canI('projects', 'create', 'ml-y');
    expect(
      argoCd.seen.map(({ url, authorization }) => [url, authorization]),
    ).toEqual([
      ['/api/v1/session', undefined],
      ['/api/v1/account/can-i/projects/create/ml-x', 'Bearer <jwt>'],
      ['/api/v1/account/can-i/projects/create/ml-y', 'Bearer <jwt>'],
    ]);
  });

  it.each([
    ['session-bad-password', { username: 'u', password: 'secret' }],
    ['bad-token', { token: 'wrong' }],
    ['no-token', { token: '' }],
  ])('takes %s for unauthorized', async (recorded, credentials) => {
    argoCd.answer({ recorded });
    const { message } = argoCd.recorded[recorded].answer;
    expect(await createClient(credentials).getProject('ml')).toEqual({
      ok: false,
      failure: expect.objectContaining({ kind: 'unauthorized', message }),
    });
  });

  it('says that configuration has no credentials, without a request', async () => {
    const client = new ArgoCdClient({
      fetch,
      instance: { name: 'main', url: argoCd.url, credentials: undefined },
    });
    expect(await client.getProject('ml')).toMatchObject({
      ok: false,
      failure: { kind: 'unauthorized' },
    });
    expect(argoCd.seen).toEqual([]);
  });

  it.each([
    ['project-missing', 'not-found'],
    ['project-forbidden', 'forbidden'],
    ['application-missing', 'not-found'],
    ['set-upsert-forbidden', 'forbidden'],
    ['application-name-taken', 'forbidden'],
    ['set-different', 'conflict'],
    ['application-different', 'conflict'],
    ['set-templated', 'invalid'],
    ['application-bad-repository', 'invalid'],
    ['application-bad-destination', 'invalid'],
    ['application-unknown-cluster', 'invalid'],
  ])('takes the recorded %s for %s', async (recorded, kind) => {
    argoCd.answer({ recorded });
    expect(await createClient().getProject('ml')).toEqual({
      ok: false,
      failure: expect.objectContaining({
        kind,
        call: 'GET /api/v1/projects/ml',
        message: argoCd.recorded[recorded].answer.message,
      }),
    });
  });

  it.each([
    [
      'project-different',
      [
        'Destinations',
        '2',
        'Server',
        'Destinations',
        '2',
        'Namespace',
        'Destinations',
        '2',
        'Name',
      ],
    ],
    ['repository-different', ['Password']],
    ['set-different', []],
  ])('says in which keys %s differs', async (recorded, keys) => {
    argoCd.answer({ recorded });
    expect(await createClient().getProject('ml')).toMatchObject({
      failure: { kind: 'conflict', keys },
    });
  });

  it.each([
    [{ status: 302, body: '', headers: { location: '/x' } }, 'invalid'],
    [{ status: 404, body: '<html>' }, 'invalid'],
    [{ status: 200, body: '<html>' }, 'invalid'],
    [{ status: 200, body: '{"metadata":{}}' }, 'invalid'],
    [{ status: 401, body: 'who are you' }, 'unauthorized'],
    [{ status: 502, body: 'bad gateway' }, 'unreachable'],
    [{ status: 503, body: '' }, 'unreachable'],
  ])(
    'takes an answer that is not Argo CD’s, %j, for %s',
    async (body, kind) => {
      argoCd.answer(body);
      expect(await createClient().getProject('ml')).toMatchObject({
        ok: false,
        failure: { kind },
      });
      expect(argoCd.seen).toHaveLength(1);
    },
  );

  it('gives up on a server that never answers', async () => {
    argoCd.answer('hang');
    expect(await createClient().getProject('ml')).toEqual({
      ok: false,
      failure: {
        kind: 'unreachable',
        call: 'GET /api/v1/projects/ml',
        message: 'no answer within 0.3 s',
      },
    });
  });

  it('says why a server can not be reached', async () => {
    const gone = await startRecordedArgoCd();
    await gone.close();
    const client = createClient({ token: 't' }, gone.url);
    expect(await client.getProject('ml')).toMatchObject({
      failure: {
        kind: 'unreachable',
        message: 'ECONNREFUSED (nobody listens at its address)',
      },
    });
  });

  it('shows no secret, even where a server echoes it', async () => {
    const echo = (words: string) => ({
      status: 400,
      body: JSON.stringify({ message: words }),
    });
    argoCd.answer(echo('bad password s3cr3t-pw and token the-token'));
    const answer = await createClient().createRepository({
      repo: 'http://h/r.git',
      username: 'u',
      password: 's3cr3t-pw',
      project: 'ml-x',
    });
    expect(answer).toMatchObject({
      failure: { message: 'bad password *** and token ***' },
    });
  });

  it('answers the address of a stored repository only', async () => {
    argoCd.answer({ recorded: 'repository-upsert' });
    const answer = await createClient().createRepository(
      { repo: 'r', username: 'u', password: 'q', project: 'ml-x' },
      { upsert: true },
    );
    expect(answer).toEqual({
      ok: true,
      value: 'http://127.0.0.1:28200/churn.git',
    });
    expect(argoCd.seen[0].url).toBe('/api/v1/repositories?upsert=true');
  });

  it('makes, tries and expands an ApplicationSet as recorded', async () => {
    argoCd.answer(
      { recorded: 'set-dry-run' },
      { recorded: 'set-create' },
      { recorded: 'set-get' },
      { recorded: 'set-generate' },
    );
    const client = createClient();
    const tried = await client.tryApplicationSet(SET());
    expect(tried.ok && tried.value.status?.resources).toEqual([
      { name: 'x-staging', health: {} },
      { name: 'x-hooks', health: {} },
      { name: 'x-jobs', health: {} },
      { name: 'x-production', health: {} },
    ]);
    await client.createApplicationSet(SET());
    const got = await client.getApplicationSet('ml-churn');
    if (!got.ok) throw new Error(got.failure.message);
    const generated = await client.generateApplications(got.value);
    expect(
      generated.ok && generated.value.map(({ metadata }) => metadata.name),
    ).toEqual(['x-hooks', 'x-jobs']);
    expect(argoCd.seen.map(({ url }) => url)).toEqual([
      '/api/v1/applicationsets?dryRun=true',
      '/api/v1/applicationsets',
      '/api/v1/applicationsets/ml-churn',
      '/api/v1/applicationsets/generate',
    ]);
    expect(JSON.parse(argoCd.seen[1].body)).toEqual(SET());
  });

  it('asks for an Application’s status with its project', async () => {
    argoCd.answer({ recorded: 'poll-2' });
    const answer = await createClient().getApplicationStatus('a', 'ml-churn');
    expect(answer).toMatchObject({
      value: {
        status: {
          sync: { status: 'OutOfSync' },
          health: { status: 'Missing' },
          operationState: { phase: 'Failed' },
        },
      },
    });
    expect(argoCd.seen[0].url).toContain(
      '/api/v1/applications/a?project=ml-churn&fields=',
    );
  });

  it('lists applications whole, with the place from which to follow them', async () => {
    const application = {
      metadata: { name: 'x' },
      spec: { project: 'ml', destination: {} },
      status: { sync: { status: 'Synced', revision: 'abc' } },
    };
    argoCd.answer(
      {
        status: 200,
        body: JSON.stringify({
          metadata: { resourceVersion: '7' },
          items: [application],
        }),
      },
      { status: 200, body: '{"metadata":{},"items":null}' },
    );
    const client = createClient();
    expect(await client.listApplications()).toEqual({
      ok: true,
      value: { items: [application], resourceVersion: '7' },
    });
    expect(await client.listApplications({ name: 'a/b' })).toEqual({
      ok: true,
      value: { items: [], resourceVersion: undefined },
    });
    expect(argoCd.seen.map(({ url }) => url)).toEqual([
      '/api/v1/applications',
      '/api/v1/applications?name=a%2Fb',
    ]);
  });

  it('follows applications line by line, up to the error that ends the stream', async () => {
    const application = {
      metadata: { name: 'x' },
      spec: { project: 'ml', destination: {} },
    };
    const lines = [
      { result: { type: 'MODIFIED', application } },
      { error: { grpc_code: 16, message: 'token is expired' } },
    ];
    argoCd.answer({
      status: 200,
      body: lines.map(line => `${JSON.stringify(line)}\n`).join(''),
    });
    const answers = [];
    const { signal } = new AbortController();
    for await (const one of createClient().watchApplications('7', signal)) {
      answers.push(one);
    }
    expect(answers).toEqual([
      { ok: true, value: { type: 'MODIFIED', application } },
      {
        ok: false,
        failure: {
          kind: 'unauthorized',
          call: 'GET /api/v1/stream/applications',
          message: 'token is expired',
        },
      },
    ]);
    expect(argoCd.seen[0].url).toBe(
      '/api/v1/stream/applications?resourceVersion=7',
    );
  });

  it('signs in again after a session that has ended', async () => {
    argoCd.answer(
      { recorded: 'session' },
      { recorded: 'bad-token' },
      { recorded: 'session' },
      { recorded: 'can-i' },
    );
    const client = createClient({ username: 'u', password: 'secret' });
    expect(await client.canI('projects', 'get', 'x')).toMatchObject({
      ok: false,
      failure: { kind: 'unauthorized' },
    });
    expect(await client.canI('projects', 'get', 'x')).toEqual({
      ok: true,
      value: true,
    });
  });
});
