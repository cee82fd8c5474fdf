/** A word of a history with its sign; the tone is its colour. */
interface ChangeWords {
  sign: '+' | '−' | '~' | '→' | '?';
  word: string;
  tone: 'added' | 'removed' | 'changed' | 'neutral';
}

const WORDS: Record<string, ChangeWords> = {
  added: { sign: '+', word: 'added', tone: 'added' },
  modified: { sign: '~', word: 'changed', tone: 'changed' },
  deleted: { sign: '−', word: 'deleted', tone: 'removed' },
  moved: { sign: '→', word: 'moved', tone: 'neutral' },
  migrated: { sign: '→', word: 'format only', tone: 'neutral' },
};

/** What a commit did to a thing; a word that we don't know is passed on. */
export function describeChange(change: string): ChangeWords {
  return WORDS[change] ?? { sign: '?', word: change, tone: 'neutral' };
}
