import { Analysis, PodTemplate, RolloutStatus } from '../contract';

/** What is to happen to a ReplicaSet. */
export type ReplicaSetChange =
  | {
      kind: 'create';
      name: string;
      hash: string;
      revision: number;
      replicas: number;
      template: PodTemplate;
    }
  | {
      kind: 'update';
      name: string;
      replicas?: number;
      /** Undefined takes an annotation away. */
      annotations?: Record<string, string | undefined>;
    }
  | { kind: 'delete'; name: string };

/** What is to happen to an AnalysisRun. */
export type AnalysisRunChange =
  | {
      kind: 'create';
      name: string;
      labels: Record<string, string>;
      revision: string;
      analysis: Analysis;
      /** The values of the analysis's arguments. */
      args: { name: string; value: string }[];
    }
  | { kind: 'terminate'; name: string }
  | { kind: 'delete'; name: string };

/** A Service that is to select the pods of one ReplicaSet. */
export interface ServiceTarget {
  service: string;
  hash: string;
  /** Enough pods for a Service that was not ours until now. */
  isFullyAvailable: boolean;
  /** Enough pods to move a Service that is ours. */
  isPartlyAvailable: boolean;
}

/** What a controller tells about a Rollout. */
export interface Announcement {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
}

/** What one look at a Rollout leads to. */
export interface Plan {
  /** The whole status. */
  status: RolloutStatus;
  /** The Rollout's own revision annotation, where it is to change. */
  revision?: string;
  replicaSets: ReplicaSetChange[];
  analysisRuns: AnalysisRunChange[];
  services: ServiceTarget[];
  /** The weight that the canary's Ingress is to have. */
  ingress?: { stableIngress: string; service: string; weight: number };
  announcements: Announcement[];
  /** Milliseconds of the Unix time at which to look again. */
  requeueAt?: number;
}
