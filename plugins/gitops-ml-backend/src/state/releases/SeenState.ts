import { ReleaseIdentityView } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** A set of pods and what it serves. */
export interface SeenPods {
  /** The workload's uid, the set's number and hash: going back to earlier pods gives another number. */
  pods: string;
  identity: ReleaseIdentityView;
  /** Names of the ConfigMaps that the pods read whole; each has a hash of its content. */
  configMaps: string[];
  createdAt: string | undefined;
}

/** Pods whose delivery was aborted. */
export interface AbortedPods extends SeenPods {
  /** As its objects say. */
  abortedAt: string | undefined;
  message: string;
  reached: { index: number; count: number; inferred: boolean } | undefined;
}

/** What was seen of an environment's workload at one moment. */
export interface SeenState {
  /** By our clock, ISO 8601. */
  at: string;
  stable:
    | (SeenPods & {
        /** As its objects say. */
        since: string | undefined;
        /** A candidate's pods were made then, so that it was stable before. */
        before: string | undefined;
      })
    | undefined;
  /** What is being delivered, or was and was aborted. */
  candidate: SeenPods | undefined;
  aborted: AbortedPods | undefined;
  /** Pods that are kept for going back, the newest first. */
  earlier: (SeenPods & {
    /** Why they did not become stable, where an analysis says it. */
    message: string | undefined;
  })[];
}

/** The hash of the pods' template, by which sets of pods of one workload are told apart. */
export function hashOfPods(pods: string): string {
  return pods.replace(/@.*$/, '').split(':').at(-1) ?? '';
}
