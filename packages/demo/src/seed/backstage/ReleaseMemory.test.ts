import { listenOnLoopback, LoopbackServer } from '../../http/listenOnLoopback';
import { DeliveryOutcome } from '../delivery/listOutcomes';
import { BackstageClient } from './BackstageClient';
import { ReleaseMemory } from './ReleaseMemory';

const release = (environment: string, configMap: string, outcome: string) => ({
  environment,
  outcome,
  to: { configMap },
});
const delivered = (
  environment: string,
  configMap: string,
  outcome: DeliveryOutcome['outcome'] = 'stable',
): DeliveryOutcome => ({
  namespace: `fraud-${environment}`,
  outcome,
  configMaps: [configMap, 'settings'],
});

let backstage: LoopbackServer;
/** What Backstage remembers; each answer but the last is given once. */
let answers: ({ releases: object[] } | undefined)[];
let asked: number;
let looked: number;

beforeEach(async () => {
  asked = 0;
  looked = 0;
  backstage = await listenOnLoopback(0, () => (request, response) => {
    if (request.url === '/api/auth/guest/refresh') {
      response.end(JSON.stringify({ backstageIdentity: { token: 'guest' } }));
      return;
    }
    if (request.url?.endsWith('/environments')) {
      looked += 1;
      response.end('{}');
      return;
    }
    asked += 1;
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    response.writeHead(answer ? 200 : 503);
    response.end(JSON.stringify(answer ?? {}));
  });
});
afterEach(() => backstage.close());

const createMemory = (limits: {
  firstLimitMs: number;
  limitMs: number;
  budgetMs: number;
}) =>
  new ReleaseMemory({
    client: new BackstageClient(backstage.url),
    component: 'fraud',
    ...limits,
  });

const patient = {
  firstLimitMs: 60_000,
  limitMs: 60_000,
  budgetMs: 60_000,
};

it('waits until the release of each environment is remembered', async () => {
  const before = release('production', 'v1', 'stable');
  answers = [
    undefined,
    { releases: [] },
    { releases: [before] },
    { releases: [release('staging', 'v2', 'stable'), before] },
    {
      releases: [
        release('production', 'v2', 'aborted'),
        release('staging', 'v2', 'stable'),
        before,
      ],
    },
  ];
  await createMemory(patient).waitFor([
    delivered('staging', 'v2'),
    delivered('production', 'v2', 'aborted'),
  ]);
  expect(answers).toHaveLength(1);
  expect(asked).toBe(5);
});

it('has Backstage watch, by looking until it remembers something', async () => {
  answers = [
    { releases: [] },
    { releases: [release('staging', 'v1', 'stable')] },
  ];
  const memory = createMemory(patient);
  await memory.waitFor([delivered('staging', 'v1')]);
  expect(looked).toBe(2);
  await memory.waitFor([delivered('staging', 'v1')]);
  expect(looked).toBe(2);
});

it('looks once, and goes on, where there is nothing to remember yet', async () => {
  answers = [undefined];
  await createMemory(patient).waitFor([]);
  expect([looked, asked]).toEqual([1, 1]);
});

it('waits no longer than it may, for one delivery and for all', async () => {
  answers = [{ releases: [] }];
  const memory = createMemory({
    firstLimitMs: 300,
    limitMs: 300,
    budgetMs: 500,
  });
  const outcomes = [delivered('staging', 'v1')];
  await memory.waitFor(outcomes);
  expect(asked).toBeGreaterThan(0);
  await memory.waitFor(outcomes);
  asked = 0;
  await memory.waitFor(outcomes);
  expect(asked).toBe(0);
});
