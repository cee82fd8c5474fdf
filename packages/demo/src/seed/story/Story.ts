/** Who takes part. */
export type Person = 'ada' | 'jonas' | 'mei';

/** Names the commit that the template made, where a step's name is asked for. */
export const BEGINNING = 'beginning';

/** What a commit does to the repository. */
export type Change =
  /** The raw transactions before a day, `YYYY-MM-DD`; `unpushed`: not sent to the remote. */
  | { kind: 'data'; before: string; unpushed?: true }
  /** Dotted keys of params.yaml and their new YAML texts. */
  | { kind: 'parameters'; set: Record<string, string> }
  /** A new file features/definitions/<name>.py, listed where files are listed. */
  | { kind: 'definition'; name: string; text: string }
  /** A text that stands in a file exactly once becomes another. */
  | { kind: 'edit'; path: string; find: string; replace: string }
  /** The first release: infra/base takes in infra/serving. */
  | { kind: 'serve' }
  /** `dvc repro`. */
  | { kind: 'reproduce' }
  /** An environment's revision becomes the commit of an earlier step. */
  | { kind: 'promote'; environment: string; step: string };

/** When: days before the day of telling, and the time of that day, UTC; or just before. */
export type Moment = { daysAgo: number; time: string } | { minutesAgo: number };

/** A commit on the main branch. */
export interface CommitStep {
  kind: 'commit';
  when: Moment;
  id: string;
  author: Person;
  message: string;
  changes: Change[];
}

/** A GTO tag on the commit of an earlier step: a version, or a stage that it gets. */
export interface TagStep {
  kind: 'tag';
  when: Moment;
  author: Person;
  step: string;
  version: string;
  /** Assigns this stage; without it the version is registered. */
  stage?: string;
}

export type StoryStep = CommitStep | TagStep;

/** The history of the demo's repository, oldest first. */
export interface Story {
  /** The commit that the template made gets this date. */
  beginning: Moment;
  steps: StoryStep[];
}
