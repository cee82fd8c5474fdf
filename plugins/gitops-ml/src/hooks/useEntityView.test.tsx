import { PropsWithChildren } from 'react';
import { act, renderHook } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { createResponseError } from '../__testUtils__/createResponseError';
import { FAST_POLL_MS, SLOW_POLL_MS } from './pollInterval';
import { useEntityView } from './useEntityView';

interface Answer {
  topic: string;
  count: number;
  index?: { status: string };
}

type Load = (options: { signal: AbortSignal }) => Promise<Answer>;

/** Signals that the test sends itself. */
function createSignals() {
  const unsubscribe = jest.fn();
  const subscribe = jest.fn().mockReturnValue({ unsubscribe });
  const api: SignalApi = { subscribe };
  const send = (topic: string) =>
    act(async () => {
      for (const [, onMessage] of subscribe.mock.calls) onMessage({ topic });
    });
  return { api, send, subscribe, unsubscribe };
}

function renderView(load: Load, signals?: SignalApi) {
  const wrapper = ({ children }: PropsWithChildren<{}>) =>
    signals ? (
      <TestApiProvider apis={[[signalApiRef, signals]]}>
        {children}
      </TestApiProvider>
    ) : (
      <TestApiProvider apis={[]}>{children}</TestApiProvider>
    );
  return renderHook(({ ask }: { ask: Load }) => useEntityView(ask), {
    wrapper,
    initialProps: { ask: load },
  });
}

const settle = () => act(async () => {});
const pass = (ms: number) => act(async () => jest.advanceTimersByTime(ms));

/** Answers 1, 2, 3 … */
function countUp(index?: string) {
  let count = 0;
  return jest.fn<Promise<Answer>, [{ signal: AbortSignal }]>(async () => {
    count += 1;
    return {
      topic: 'ours',
      count,
      index: index ? { status: index } : undefined,
    };
  });
}

describe('useEntityView', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('asks again on a signal of its topic, and on no other', async () => {
    const signals = createSignals();
    const load = countUp();
    const { result } = renderView(load, signals.api);
    await settle();
    await signals.send('another');
    expect(result.current.value?.count).toBe(1);
    await signals.send('ours');
    expect(result.current.value?.count).toBe(2);
    await signals.send('ours');
    expect(result.current.value?.count).toBe(3);
  });

  it('heeds a signal that comes before the first answer', async () => {
    const signals = createSignals();
    let answer: (value: Answer) => void = () => {};
    const load = jest
      .fn(async () => ({ topic: 'ours', count: 2 }))
      .mockImplementationOnce(
        () =>
          new Promise<Answer>(resolve => {
            answer = resolve;
          }),
      );
    const { result } = renderView(load, signals.api);
    await signals.send('ours');
    await act(async () => answer({ topic: 'ours', count: 1 }));
    expect(result.current.value?.count).toBe(2);
  });

  it('lets a request end that signals come during, and asks once after it', async () => {
    const signals = createSignals();
    const answers: ((value: Answer) => void)[] = [];
    const load = jest.fn<Promise<Answer>, Parameters<Load>>(
      () => new Promise<Answer>(resolve => answers.push(resolve)),
    );
    const { result } = renderView(load, signals.api);
    await act(async () => answers[0]({ topic: 'ours', count: 1 }));
    await signals.send('ours');
    await signals.send('ours');
    await signals.send('another');
    expect(load).toHaveBeenCalledTimes(2);
    expect(load.mock.calls[1][0].signal.aborted).toBe(false);
    await act(async () => answers[1]({ topic: 'ours', count: 2 }));
    expect(result.current.value?.count).toBe(2);
    expect(load).toHaveBeenCalledTimes(3);
    await act(async () => answers[2]({ topic: 'ours', count: 3 }));
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('asks once for a signal, though each answer lists its topics anew', async () => {
    const signals = createSignals();
    let count = 0;
    const load = jest.fn(async () => {
      count += 1;
      return { topic: 'all', topics: ['ours'], count };
    });
    renderView(load, signals.api);
    await settle();
    await signals.send('ours');
    await settle();
    await settle();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['every 5 s without signals', undefined, undefined, FAST_POLL_MS],
    ['every 60 s with signals', createSignals().api, undefined, SLOW_POLL_MS],
    ['every 5 s while indexing', createSignals().api, 'indexing', FAST_POLL_MS],
  ])('polls %s', async (_name, signals, index, interval) => {
    const load = countUp(index);
    renderView(load, signals);
    await settle();
    await pass(interval - 1);
    expect(load).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(load).toHaveBeenCalledTimes(2);
    await pass(interval);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('asks nothing while nobody looks, and at once when somebody does', async () => {
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const load = countUp();
    renderView(load);
    await settle();
    await pass(10 * FAST_POLL_MS);
    expect(load).toHaveBeenCalledTimes(1);
    hidden.mockReturnValue(false);
    await act(async () =>
      document.dispatchEvent(new Event('visibilitychange')),
    );
    expect(load).toHaveBeenCalledTimes(2);
    hidden.mockRestore();
  });

  it('asks again when the connection is back', async () => {
    const load = countUp();
    renderView(load);
    await settle();
    await act(async () => window.dispatchEvent(new Event('online')));
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('keeps the last value beside an error, and recovers', async () => {
    const load = jest
      .fn(async () => ({ topic: 'ours', count: 3 }))
      .mockResolvedValueOnce({ topic: 'ours', count: 1 })
      .mockRejectedValueOnce(new Error('gone'));
    const { result } = renderView(load);
    await settle();
    await pass(FAST_POLL_MS);
    expect(result.current.value?.count).toBe(1);
    expect(result.current.error?.message).toBe('gone');
    await pass(FAST_POLL_MS);
    expect(result.current.value?.count).toBe(3);
    expect(result.current.error).toBeUndefined();
  });

  it('takes the value away when the answer becomes no', async () => {
    const load = jest
      .fn(async () => ({ topic: 'ours', count: 1 }))
      .mockResolvedValueOnce({ topic: 'ours', count: 1 })
      .mockRejectedValueOnce(createResponseError(403, 'Unauthorized'));
    const { result } = renderView(load);
    await settle();
    await pass(FAST_POLL_MS);
    expect(result.current.value).toBeUndefined();
    expect(result.current.error).toBeDefined();
  });

  it('shows the old answer as outdated until that of a new question is here', async () => {
    const { result, rerender } = renderView(countUp());
    await settle();
    let answer: (value: Answer) => void = () => {};
    rerender({
      ask: () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    });
    expect(result.current).toMatchObject({
      isOutdated: true,
      value: { count: 1 },
    });
    await act(async () => answer({ topic: 'ours', count: 7 }));
    expect(result.current).toMatchObject({
      isOutdated: false,
      value: { count: 7 },
    });
  });

  it('never shows an answer to another question beside an error', async () => {
    const { result, rerender } = renderView(countUp());
    await settle();
    const refuse = async () =>
      Promise.reject(createResponseError(404, 'no such ref'));
    rerender({ ask: refuse });
    await settle();
    expect(result.current.value).toBeUndefined();
    expect(result.current.error).toBeDefined();
  });

  it('aborts a request that a newer one overtakes, and ignores its answer', async () => {
    const asked: { signal: AbortSignal; answer: (value: Answer) => void }[] =
      [];
    const load: Load = ({ signal }) =>
      new Promise(answer => {
        asked.push({ signal, answer });
      });
    const { result, unmount } = renderView(load);
    act(() => result.current.reload());
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await act(async () => asked[1].answer({ topic: 'ours', count: 2 }));
    await act(async () => asked[0].answer({ topic: 'ours', count: 1 }));
    expect(result.current.value?.count).toBe(2);
    act(() => result.current.reload());
    unmount();
    expect(asked[2].signal.aborted).toBe(true);
  });

  it('keeps an equal answer the same object, so that nothing is drawn again', async () => {
    const { result } = renderView(async () => ({ topic: 'ours', count: 1 }));
    await settle();
    const first = result.current.value;
    await pass(FAST_POLL_MS);
    expect(result.current.value).toBe(first);
  });

  it('asks seldom when the answer is no', async () => {
    const load = jest.fn(async () =>
      Promise.reject(createResponseError(403, 'Unauthorized')),
    );
    renderView(load);
    await settle();
    await pass(SLOW_POLL_MS - 1);
    expect(load).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('leaves no subscription behind', async () => {
    const signals = createSignals();
    const { unmount } = renderView(countUp(), signals.api);
    await settle();
    expect(signals.subscribe).toHaveBeenCalledTimes(1);
    unmount();
    expect(signals.unsubscribe).toHaveBeenCalledTimes(1);
  });
});
