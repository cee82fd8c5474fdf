import { Status } from './status';

/** A word of a history, and the colour it is said in. */
export interface ChangeWord {
  word: string;
  status: Status;
}

const WORDS: Record<string, ChangeWord> = {
  added: { word: 'added', status: 'healthy' },
  modified: { word: 'changed', status: 'progressing' },
  deleted: { word: 'deleted', status: 'failed' },
  moved: { word: 'moved', status: 'absent' },
  migrated: { word: 'format migrated, same content', status: 'absent' },
};

export function describeChange(change: string): ChangeWord {
  return WORDS[change] ?? { word: change, status: 'unknown' };
}
