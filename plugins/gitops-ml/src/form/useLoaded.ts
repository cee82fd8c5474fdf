import { useEffect, useState } from 'react';
import { describeError } from './describeError';

/** What was asked for, once it is there, or why it is not. */
export type Loaded<T> =
  | { status: 'loading' }
  | { status: 'ok'; value: T }
  | { status: 'failed'; message: string };

/**
 * Asks once.
 *
 * @param load - its identity is the question: wrap it in `useCallback`
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ status: 'loading' });
  useEffect(() => {
    let isWanted = true;
    const settle = (next: Loaded<T>) => isWanted && setLoaded(next);
    load().then(
      value => settle({ status: 'ok', value }),
      error => settle({ status: 'failed', message: describeError(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [load]);
  return loaded;
}
