import { LiveAnswer, LiveFailure } from './LiveAnswer';
import { ListWatch, ListWatchSource, WatchEvent } from './ListWatch';

interface Item {
  name: string;
  value: number;
}

/** A server in hand: what it answers is what the test says, when it says so. */
class FakeServer implements ListWatchSource<Item> {
  lists = 0;
  watches: { from: string; signal: AbortSignal }[] = [];
  probes = 0;
  listing: LiveAnswer<{ items: Item[]; resourceVersion: string | undefined }> =
    { ok: true, value: { items: [], resourceVersion: '1' } };
  probing: LiveAnswer<unknown> = { ok: true, value: undefined };
  #send: (answer: LiveAnswer<WatchEvent<Item>> | 'end') => void = () => {};

  keyOf = ({ name }: Item) => name;
  versionOf = ({ value }: Item) => String(value);

  async list() {
    this.lists++;
    return this.listing;
  }

  async probe() {
    this.probes++;
    return this.probing;
  }

  async *watch(from: string, signal: AbortSignal) {
    this.watches.push({ from, signal });
    for (;;) {
      const next = await new Promise<LiveAnswer<WatchEvent<Item>> | 'end'>(
        resolve => {
          this.#send = resolve;
          signal.addEventListener('abort', () => resolve('end'));
        },
      );
      if (next === 'end') return;
      yield next;
    }
  }

  async tell(answer: LiveAnswer<WatchEvent<Item>> | 'end') {
    this.#send(answer);
    await jest.advanceTimersByTimeAsync(0);
  }

  set(object: Item, resourceVersion: string) {
    return this.tell({
      ok: true,
      value: { type: 'set', object, resourceVersion },
    });
  }

  fail(kind: LiveFailure['kind']) {
    return this.tell({ ok: false, failure: { kind, message: kind } });
  }
}

const failed = (kind: LiveFailure['kind']) => ({
  ok: false as const,
  failure: { kind, message: kind },
});

describe('ListWatch', () => {
  let server: FakeServer;
  let watch: ListWatch<Item>;
  let changes: (Item | undefined)[];

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-21T10:00:00Z') });
    server = new FakeServer();
    changes = [];
  });

  afterEach(() => {
    watch.close();
    jest.useRealTimers();
  });

  async function start() {
    watch = new ListWatch({
      source: server,
      onChange: change => changes.push(change),
      times: { probe: 20_000, poll: 15_000, retry: 1000 },
    });
    await jest.advanceTimersByTimeAsync(0);
  }

  const values = () => watch.observed.value?.map(({ value }) => value);

  it('knows nothing before the first list has come', () => {
    watch = new ListWatch({ source: server, onChange: () => {} });
    expect(watch.observed).toEqual({
      status: 'ok',
      since: '2026-11-21T10:00:00.000Z',
    });
  });

  it('keeps what the list said, and then what the watch says', async () => {
    server.listing = {
      ok: true,
      value: { items: [{ name: 'a', value: 1 }], resourceVersion: '7' },
    };
    await start();
    expect(values()).toEqual([1]);
    expect(server.watches[0].from).toBe('7');
    await server.set({ name: 'a', value: 2 }, '8');
    await server.set({ name: 'b', value: 3 }, '9');
    expect(values()).toEqual([2, 3]);
    await server.tell({
      ok: true,
      value: {
        type: 'delete',
        object: { name: 'a', value: 2 },
        resourceVersion: '10',
      },
    });
    expect(values()).toEqual([3]);
    expect(changes).toHaveLength(4);
    expect(server.lists).toBe(1);
  });

  it('goes on from where a watch ended, also after a bookmark', async () => {
    await start();
    await server.tell({
      ok: true,
      value: { type: 'bookmark', resourceVersion: '40' },
    });
    await jest.advanceTimersByTimeAsync(5000);
    await server.tell('end');
    expect(server.watches.map(({ from }) => from)).toEqual(['1', '40']);
    expect(server.lists).toBe(1);
  });

  it('lists again when its place in the stream is too old', async () => {
    await start();
    await jest.advanceTimersByTimeAsync(5000);
    server.listing = {
      ok: true,
      value: { items: [{ name: 'c', value: 5 }], resourceVersion: '90' },
    };
    await server.fail('gone');
    expect(values()).toEqual([5]);
    expect(server.watches.at(-1)?.from).toBe('90');
  });

  it('tells nobody of a list that says what was known', async () => {
    server.listing = {
      ok: true,
      value: { items: [{ name: 'a', value: 1 }], resourceVersion: '7' },
    };
    await start();
    await jest.advanceTimersByTimeAsync(5000);
    await server.fail('gone');
    expect(server.lists).toBe(2);
    expect(changes).toHaveLength(1);
  });

  it('makes no storm of lists of a watch that ends at once', async () => {
    await start();
    for (let round = 0; round < 5; round++) await server.fail('gone');
    expect(server.lists).toBe(1);
    await jest.advanceTimersByTimeAsync(1000);
    expect(server.lists).toBe(2);
  });

  it('keeps the last value beside a failure, and says since when', async () => {
    server.listing = {
      ok: true,
      value: { items: [{ name: 'a', value: 1 }], resourceVersion: '7' },
    };
    await start();
    await jest.advanceTimersByTimeAsync(10_000);
    server.listing = failed('unreachable');
    await server.fail('unreachable');
    expect(watch.observed).toEqual({
      status: 'unreachable',
      since: '2026-11-21T10:00:10.000Z',
      message: 'unreachable',
      value: [{ name: 'a', value: 1 }],
      valueObservedAt: '2026-11-21T10:00:00.000Z',
    });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(watch.observed.since).toBe('2026-11-21T10:00:10.000Z');
  });

  it('recovers by itself, and tries less and less often until then', async () => {
    server.listing = failed('unreachable');
    await start();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.lists).toBeGreaterThan(3);
    expect(server.lists).toBeLessThan(10);
    server.listing = {
      ok: true,
      value: { items: [{ name: 'a', value: 1 }], resourceVersion: '7' },
    };
    await jest.advanceTimersByTimeAsync(40_000);
    expect(watch.observed.status).toBe('ok');
    expect(values()).toEqual([1]);
  });

  it('finds out a server that accepts and never answers', async () => {
    await start();
    server.probing = failed('unreachable');
    server.listing = failed('unreachable');
    await jest.advanceTimersByTimeAsync(19_000);
    expect(watch.observed.status).toBe('ok');
    await jest.advanceTimersByTimeAsync(21_000);
    expect(watch.observed.status).toBe('unreachable');
    expect(server.watches[0].signal.aborted).toBe(true);
  });

  it('asks a silent server no more than now and then whether it is there', async () => {
    await start();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(server.probes).toBeLessThanOrEqual(6);
    expect(server.lists).toBe(1);
  });

  it.each(['forbidden', 'absent', 'invalid', 'not-configured'] as const)(
    'polls where it may list, and watching is %s',
    async kind => {
      await start();
      await server.fail(kind);
      expect(server.lists).toBe(1);
      await jest.advanceTimersByTimeAsync(15_000);
      expect(server.lists).toBe(2);
      expect(watch.observed.status).toBe('ok');
    },
  );

  it('says what is forbidden', async () => {
    server.listing = failed('forbidden');
    await start();
    expect(watch.observed).toMatchObject({
      status: 'forbidden',
      message: 'forbidden',
    });
    expect(watch.observed.value).toBeUndefined();
  });

  describe('takes in a list of something more', () => {
    let answer: (items: Item[]) => void;
    let included: ReturnType<ListWatch<Item>['include']>;

    beforeEach(async () => {
      await start();
      included = watch.include(
        () =>
          new Promise(resolve => {
            answer = items => resolve({ ok: true, value: { items } });
          }),
      );
    });

    it('without a list of all, or another watch', async () => {
      answer([{ name: 'x', value: 1 }]);
      expect(await included).toBeUndefined();
      expect(values()).toEqual([1]);
      expect(server.lists).toBe(1);
      expect(server.watches).toHaveLength(1);
    });

    it('and believes the watch that spoke meanwhile', async () => {
      await server.set({ name: 'x', value: 2 }, '8');
      await server.set({ name: 'y', value: 3 }, '9');
      const object = { name: 'y', value: 3 };
      await server.tell({
        ok: true,
        value: { type: 'delete', object, resourceVersion: '10' },
      });
      answer([{ name: 'x', value: 1 }, object]);
      await included;
      expect(values()).toEqual([2]);
    });

    it('unless a list of all has come in between', async () => {
      await jest.advanceTimersByTimeAsync(5000);
      await server.fail('gone');
      answer([{ name: 'x', value: 1 }]);
      expect(await included).toBe('superseded');
      expect(values()).toEqual([]);
    });
  });

  it('asks nothing any more once it is closed', async () => {
    await start();
    watch.close();
    const { lists } = server;
    await jest.advanceTimersByTimeAsync(600_000);
    expect(server.lists).toBe(lists);
    expect(server.watches[0].signal.aborted).toBe(true);
  });
});
