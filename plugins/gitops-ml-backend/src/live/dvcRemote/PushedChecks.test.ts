import { DvcObjectAnswer } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { DvcHash } from '@gitops-ml/core';
import { PushedChecks } from './PushedChecks';

const URL_A = 'https://data.example/a';
const hash = (digit: string): DvcHash => ({
  algorithm: 'md5',
  value: digit.repeat(32),
});

describe('PushedChecks', () => {
  let now: number;
  let answers: Record<string, DvcObjectAnswer>;
  let asked: string[];
  let told: string[];
  let checks: PushedChecks;

  beforeEach(() => {
    jest.useFakeTimers();
    now = Date.parse('2026-11-21T10:00:00Z');
    answers = {};
    asked = [];
    told = [];
    checks = new PushedChecks({
      now: () => now,
      onChange: topic => told.push(topic),
      client: {
        refusal: url => (url.startsWith('https:') ? undefined : 'no'),
        headObject: async (url, { value }) => {
          asked.push(`${url} ${value[0]}`);
          return answers[value[0]] ?? { status: 'absent' };
        },
      },
    });
  });

  afterEach(() => {
    checks.close();
    jest.useRealTimers();
  });

  const settle = () => jest.advanceTimersByTimeAsync(1000);

  it('answers at once, and tells when it knows', async () => {
    answers['1'] = { status: 'present' };
    expect(checks.look(URL_A, hash('1'), 't')).toEqual({
      status: 'not-checked',
      message: 'The remote is being asked.',
    });
    await settle();
    expect(told).toEqual(['t']);
    expect(checks.look(URL_A, hash('1'), 't')).toEqual({
      status: 'pushed',
      checkedAt: '2026-11-21T10:00:00.000Z',
    });
    await settle();
    expect(asked).toEqual([`${URL_A} 1`]);
  });

  it('asks again for what is missing sooner than for what is there', async () => {
    answers['1'] = { status: 'present' };
    checks.look(URL_A, hash('1'), 't');
    checks.look(URL_A, hash('2'), 't');
    await settle();
    now += 31_000;
    answers['2'] = { status: 'present' };
    checks.look(URL_A, hash('1'), 't');
    expect(checks.look(URL_A, hash('2'), 't')).toMatchObject({
      status: 'missing',
    });
    await settle();
    expect(asked).toEqual([`${URL_A} 1`, `${URL_A} 2`, `${URL_A} 2`]);
    expect(told).toEqual(['t', 't']);
    expect(checks.look(URL_A, hash('2'), 't')).toMatchObject({
      status: 'pushed',
    });
  });

  it('leaves a failing remote alone for a while, other remotes not', async () => {
    for (const digit of '123456789abcdef') {
      answers[digit] = { status: 'failed', message: 'down' };
      checks.look(URL_A, hash(digit), 't');
    }
    answers['0'] = { status: 'present' };
    checks.look('https://other.example/', hash('0'), 't');
    await settle();
    expect(
      asked.filter(line => line.startsWith(URL_A)).length,
    ).toBeLessThanOrEqual(4);
    expect(checks.look(URL_A, hash('f'), 't')).toMatchObject({
      status: 'unknown',
      message: 'down',
    });
    expect(checks.look('https://other.example/', hash('0'), 't')).toMatchObject(
      { status: 'pushed' },
    );
  });

  it('asks no remote that the client refuses', async () => {
    expect(checks.look('s3://bucket/x', hash('1'), 't')).toEqual({
      status: 'not-checked',
      message: 'no',
    });
    await settle();
    expect(asked).toEqual([]);
  });
});
