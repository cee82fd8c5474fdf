import { Problem } from '@gitops-ml/core';
import { TextStyle } from '../reporters/TextStyle';
import { Workspace } from '../Workspace';

/** What a verb answers. */
export interface Answer {
  /** Of what it is, where that isn't the workspace's commit. */
  revision?: string;
  /** The keys beside `schemaVersion`, `revision` and `problems`. */
  body: Record<string, unknown>;
  problems: readonly Problem[];
  /** The same in words. */
  toText(style: TextStyle): string;
}

/** A verb at work. */
export type Command = (
  workspace: Workspace,
  options: { rev: string | undefined; environment: string | undefined },
) => Promise<Answer>;
