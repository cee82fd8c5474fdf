import { Metadata } from '../readMetadata';

/** What a step of the plan says. */
export interface RolloutStep {
  /** The step's key: `setWeight`, `pause`, … */
  kind: string;
  value: unknown;
  /** Of a `setWeight`. */
  weight: number | undefined;
  /** Of a `pause` that ends by itself. */
  seconds: number | undefined;
}

export interface Condition {
  type: string;
  /** `True`, `False`, `Unknown` */
  status: string;
  reason: string;
  message: string;
  /** Since when its status is what it is. */
  at: string | undefined;
}

/** A Rollout's spec and status, as far as they are read. */
export interface Rollout {
  metadata: Metadata;
  strategy: 'canary' | 'blue-green' | undefined;
  steps: RolloutStep[];
  /** A field of the plan is not what it must be: where a delivery is in it can't be known. */
  isPlanDamaged: boolean;
  /** A field of which weights are worked out is not what it must be. */
  isShareDamaged: boolean;
  hasTrafficRouting: boolean;
  maxWeight: number;
  /** Seconds after which a blue-green rollout promotes itself. */
  autoPromotionSeconds: number | undefined;
  hasPostPromotionAnalysis: boolean;
  /** The pods' template is another object's. */
  workloadRef: string | undefined;
  isManuallyPaused: boolean;
  /** What the manifests say of it; `undefined` where they are silent, and nobody would undo a change. */
  appliedPause: boolean | undefined;
  restartAt: string | undefined;
  desired: number | undefined;
  status: RolloutStatus;
}

export interface RolloutStatus {
  phase: string | undefined;
  message: string;
  conditions: Condition[];
  observedGeneration: string | undefined;
  workloadObservedGeneration: string | undefined;
  restartedAt: string | undefined;
  abort: boolean;
  abortedAt: string | undefined;
  promoteFull: boolean;
  controllerPause: boolean;
  pauses: { reason: string; since: string | undefined }[];
  /** `unknown` where what stands there is no index. */
  stepIndex: number | 'unknown' | undefined;
  /** The router's weight of the candidate; `unknown` where what stands there is none. */
  canaryWeight: number | 'unknown' | undefined;
  stepAnalysis: string | undefined;
  postPromotionAnalysis: string | undefined;
  currentHash: string;
  stableHash: string;
  activeHash: string;
  previewHash: string;
  replicas: number;
  updated: number;
  ready: number;
  available: number;
}
