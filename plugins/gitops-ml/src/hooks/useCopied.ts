import { useCallback, useEffect, useState } from 'react';

/** How long a button says what became of the copy, in milliseconds. */
const SAID_FOR_MS = 2_000;

export type CopyOutcome = 'idle' | 'copied' | 'failed';

/** Copies to the clipboard, and says for a moment whether it worked. */
export function useCopied(
  text: string,
): [outcome: CopyOutcome, copy: () => Promise<void>] {
  const [outcome, setOutcome] = useState<CopyOutcome>('idle');
  useEffect(() => {
    if (outcome === 'idle') return undefined;
    const timer = setTimeout(() => setOutcome('idle'), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = useCallback(async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  }, [text]);
  return [outcome, copy];
}
