import { promises as fs } from 'node:fs';
import path from 'node:path';
import { ArgoCdApplication } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { findApplicationSetError, judgeApplication } from './judgeApplication';

type Status = ArgoCdApplication['status'];

const judge = (status: Status, wait: 'synced' | 'healthy' = 'healthy') =>
  judgeApplication(
    {
      metadata: { name: 'churn-staging' },
      spec: { project: 'ml-churn', destination: {} },
      status,
    },
    wait,
  );

describe('judgeApplication', () => {
  let recorded: Record<string, Status[]>;

  beforeAll(async () => {
    const file = path.join(__dirname, 'testdata/statuses.json');
    recorded = JSON.parse(await fs.readFile(file, 'utf8'));
  });

  it('waits through a recorded first sync until it is healthy', () => {
    const states = recorded.healthy.map(status => judge(status).state);
    expect(states.at(-1)).toBe('done');
    expect(new Set(states.slice(0, -1))).toEqual(new Set(['waiting']));
  });

  it('is done earlier where synced is enough', () => {
    const first = (wait: 'synced' | 'healthy') =>
      recorded.healthy.findIndex(
        status => judge(status, wait).state === 'done',
      );
    expect(first('synced')).toBeLessThanOrEqual(first('healthy'));
    expect(first('synced')).toBeGreaterThan(0);
  });

  it('ends a recorded failing sync in Argo CD’s words', () => {
    const judgements = recorded.failed.map(status => judge(status));
    expect(judgements.at(-1)).toEqual({
      state: 'failed',
      text: expect.stringMatching(
        /^SyncError: Failed last sync attempt to \[.*one or more synchronization tasks are not valid/,
      ),
    });
    expect(judgements.at(-2)).toEqual({
      state: 'failed',
      text: 'sync Failed: one or more synchronization tasks are not valid (retried 2 times).',
    });
    expect(judgements.slice(0, -2).map(({ state }) => state)).not.toContain(
      'failed',
    );
  });

  it('ends a recorded forbidden destination, though a sync still runs', () => {
    const failed = recorded.forbidden
      .map(status => judge(status))
      .find(({ state }) => state === 'failed');
    expect(failed?.text).toMatch(
      /^InvalidSpecError: .*do not match any of the allowed destinations/,
    );
  });

  it('waits where a new sync begins after a failed one', () => {
    const status = {
      sync: { status: 'OutOfSync' },
      conditions: [{ type: 'SyncError', message: 'the sync before' }],
    };
    expect(judge(status)).toEqual({
      state: 'waiting',
      text: 'OutOfSync, Unknown',
    });
  });

  it.each<[string, Status]>([
    ['no status', undefined],
    ['an empty status', { sync: { status: '' }, health: {} }],
  ])('waits at %s', (_, status) => {
    expect(judge(status)).toEqual({
      state: 'waiting',
      text: 'Unknown, Unknown',
    });
  });
});

describe('findApplicationSetError', () => {
  it('finds the condition that is true', () => {
    const message = 'unable to parse file';
    const type = 'ErrorOccurred';
    expect(findApplicationSetError([{ type, status: 'True', message }])).toBe(
      'ErrorOccurred: unable to parse file',
    );
    expect(
      findApplicationSetError([{ type, status: 'False', message }]),
    ).toBeUndefined();
    expect(findApplicationSetError(null)).toBeUndefined();
  });
});
