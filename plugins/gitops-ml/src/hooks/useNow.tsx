import {
  createContext,
  PropsWithChildren,
  useContext,
  useEffect,
  useState,
} from 'react';

/** Often enough for "12 s ago", seldom enough not to be noticed. */
const TICK_MS = 10_000;

const NowContext = createContext<number | undefined>(undefined);

/** One clock for all relative times below it, so that they move together. */
export const NowProvider = ({ children }: PropsWithChildren<{}>) => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return <NowContext.Provider value={now}>{children}</NowContext.Provider>;
};

/** The time in milliseconds. */
export function useNow(): number {
  return useContext(NowContext) ?? Date.now();
}
