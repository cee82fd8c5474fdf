import { Problem } from '../reading/Problem';

/** What one reader said of one entry of a revision. @public */
export interface EntryReading {
  reader: string;
  entry: string;
  facts: unknown;
  problems: Problem[];
}
