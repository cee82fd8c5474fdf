import { StatePartName } from '../state/StateTuple';

/** How bad a finding is: users get something wrong, may soon, or something is to be known. @public */
export type FindingSeverity = 'error' | 'warning' | 'info';

/** What shows that a finding is true. @public */
export interface FindingEvidence {
  text: string;
  /** The page of what is spoken of. */
  url?: string;
}

/** What all findings have. @public */
export interface Found<Id extends string, Args> {
  id: Id;
  severity: FindingSeverity;
  environment: string;
  args: Args;
  evidence: FindingEvidence[];
}

/** A part that differs, and by how much where that is known. @public */
export interface FindingPart {
  part: StatePartName;
  text?: string;
}

/**
 * Something was read well, and is in a bad state. Coded data: `formatFinding` has the words,
 * and `docs/findings` a page for each id.
 * @public
 */
export type Finding =
  | Found<
      'environment-behind',
      { before: string; parts: FindingPart[]; isAhead: boolean }
    >
  | Found<
      'delivery-aborted',
      {
        rejected: string | undefined;
        runs: string | undefined;
        reached:
          | { index: number; count: number; inferred: boolean }
          | undefined;
        metric: string | undefined;
        /** It is what was seen last. */
        isStale: boolean;
      }
    >
  | Found<
      'delivery-stuck',
      {
        workload: string;
        reason: 'failed' | 'inconclusive' | 'no-progress';
        /** ISO 8601 */
        since: string | undefined;
      }
    >
  | Found<
      'cluster-drift',
      { application: string; objects: number; isStale: boolean }
    >
  | Found<'unbound-target', { message: string; remedy: string }>;

/** The stable id of a kind of finding. @public */
export type FindingId = Finding['id'];
