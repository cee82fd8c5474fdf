import { Json } from '../../reading/Json';

/** A JSON merge patch (RFC 7386) of the object or of its status subresource. @public */
export interface MergePatch {
  subresource?: 'status';
  body: { [key: string]: Json };
}

/** What an action changes, in words. @public */
export interface PlannedChange {
  what: string;
  from: string;
  to: string;
}

/** What an action would write, in this order; or why it makes no sense now. @public */
export type ActionPlan =
  | {
      patches: MergePatch[];
      changes: PlannedChange[];
      /** What the action does, in a sentence. */
      summary: string;
    }
  | { refused: string };
