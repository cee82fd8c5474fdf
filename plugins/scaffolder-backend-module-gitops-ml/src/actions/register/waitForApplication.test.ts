import { promises as fs } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ArgoCdClient } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { createRegistrations } from './createRegistrations';
import { RegistrationContext } from './RegistrationContext';
import { waitForApplication } from './waitForApplication';

const NOT_FOUND = {
  code: 5,
  message: 'applications.argoproj.io "churn-staging" not found',
};

describe('waitForApplication', () => {
  let server: http.Server;
  let url: string;
  let recorded: Record<string, object[]>;
  /** What is answered for the Application, one after the other; the last stays. */
  let answers: { status: number; body: object }[];
  let conditions: object[];

  beforeEach(async () => {
    const file = path.join(__dirname, 'testdata/statuses.json');
    recorded = JSON.parse(await fs.readFile(file, 'utf8'));
    conditions = [];
    server = http.createServer((request, response) => {
      const isSet = request.url?.startsWith('/api/v1/applicationsets/');
      const project = 'ml-churn';
      const set = {
        metadata: { name: project },
        spec: { template: { spec: { project } } },
        status: { conditions },
      };
      const answer =
        (answers.length > 1 ? answers.shift() : answers[0]) ?? answers[0];
      response.writeHead(isSet ? 200 : answer.status);
      response.end(JSON.stringify(isSet ? set : answer.body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    url = `http://127.0.0.1:${port}`;
  });

  afterEach(
    () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );

  const toAnswer = (status: object) => ({
    status: 200,
    body: {
      metadata: { name: 'churn-staging' },
      spec: { project: 'ml-churn', destination: {} },
      status,
    },
  });
  const absent = { status: 404, body: NOT_FOUND };

  const wait = async (signal?: AbortSignal, timeoutMs = 5000) => {
    const [registration] = createRegistrations(
      {
        name: 'churn',
        repoUrl: 'http://h/churn.git',
        environments: [
          { name: 'staging', instance: 'main', namespace: 'churn-staging' },
        ],
      },
      ['main'],
    );
    const lines: string[] = [];
    const logger = mockServices.logger.mock();
    logger.info.mockImplementation(line => lines.push(line));
    const instance = { name: 'main', url, credentials: { token: 't' } };
    const context: RegistrationContext = {
      registration,
      instance,
      client: new ArgoCdClient({ fetch, instance, timeoutMs: 500 }),
      logger,
      made: ['AppProject ml-churn on Argo CD "main"'],
    };
    const [environment] = registration.environments;
    const end = performance.now() + timeoutMs;
    const patience = { timeoutMs, end, intervalMs: 1, signal };
    const error = await waitForApplication(
      context,
      environment,
      'healthy',
      patience,
    ).then(
      () => undefined,
      failure => String(failure),
    );
    return { lines, error };
  };

  it('follows a recorded sync until it is healthy, one line for each change', async () => {
    answers = [absent, ...recorded.healthy.map(toAnswer)];
    const { lines, error } = await wait();
    expect(error).toBeUndefined();
    const title = 'churn-staging on Argo CD "main": ';
    expect(lines[0]).toBe(`${title}not made yet`);
    expect(lines.at(-1)).toBe(`${title}Synced, Healthy, sync Succeeded`);
    lines.slice(1).forEach((line, index) => {
      expect(line).not.toBe(lines[index]);
    });
  });

  it('ends with the words of a recorded failing sync, and what was made', async () => {
    answers = recorded.failed.map(toAnswer);
    const { error } = await wait();
    expect(error).toMatch(
      /churn-staging on Argo CD "main" fails: sync Failed: one or more synchronization tasks are not valid/,
    );
    expect(error).toContain('Made before: AppProject ml-churn');
  });

  it('ends with the words of an ApplicationSet that makes nothing', async () => {
    answers = [absent];
    conditions = [
      {
        type: 'ErrorOccurred',
        status: 'True',
        message: "unable to process file 'staging.yaml'",
      },
    ];
    const { error } = await wait();
    expect(error).toContain(
      "ErrorOccurred: unable to process file 'staging.yaml'",
    );
  });

  it('gives up at the time limit and says how far it came', async () => {
    answers = [toAnswer(recorded.healthy[0])];
    const { error } = await wait(undefined, 20);
    expect(error).toMatch(/is not healthy after 0.02 s: /);
  });

  it('waits on while Argo CD is away', async () => {
    const away = { status: 503, body: {} };
    const last = recorded.healthy.slice(-1).map(toAnswer);
    answers = [away, ...last];
    const { lines, error } = await wait();
    expect(error).toBeUndefined();
    expect(lines[0]).toContain('can not be reached');
  });

  it('stops when the task is cancelled', async () => {
    answers = [absent];
    const { error } = await wait(AbortSignal.timeout(20));
    expect(error).toMatch(/abort/i);
  });
});
