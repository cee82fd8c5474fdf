/** How far a plan is; `index` = `count` is finished. @public */
export interface StepPosition {
  index: number;
  count: number;
}

/** The step that an aborted delivery had reached. @public */
export interface ReachedStep extends StepPosition {
  /** Worked out from what is left of it (analysis runs, events), not seen or remembered. */
  inferred: boolean;
}

/** A step at which a candidate was seen. @public */
export interface RememberedStep extends StepPosition {
  /**
   * Nobody watched from then until the abort, so that it may have gone further. By default
   * it was watched.
   */
  isLeast?: boolean;
}

/**
 * An aborted delivery's reached step is `failed` where an analysis or a deadline ended it,
 * and `stopped` where a person did. `unknown`: how far it came can't be known.
 * @public
 */
export type StepState =
  | 'done'
  | 'current'
  | 'later'
  | 'failed'
  | 'stopped'
  | 'unknown';

/** One step of a delivery's plan. @public */
export interface DeliveryStep {
  index: number;
  /** The provider's key: `setWeight`, `pause`, `analysis`, `setCanaryScale`, `experiment`, … */
  kind: string;
  /**
   * As the spec has it, with no secrets: a number for setWeight, `{duration: '10s'}` or
   * `{}` for pause, …
   */
  value: unknown;
  state: StepState;
}

/** What a set of pods is to its delivery; `preview` is blue-green's candidate. @public */
export type RevisionRole = 'stable' | 'candidate' | 'preview' | 'earlier';

/** A set of pods: a ReplicaSet, or a revision. @public */
export interface DeliveryRevision {
  number: number | undefined;
  role: RevisionRole;
  /** Name of the ReplicaSet. */
  name: string;
  /** The pod template's hash. */
  hash: string;
  images: string[];
  /** Pods. */
  ready: number;
  desired: number;
  /** ConfigMaps that the pod template's containers read whole (`envFrom`), in order. */
  configMaps: string[];
  /** `gitops-ml/model-version` of the pod template: a label for people, never identity. */
  modelVersionLabel: string | undefined;
  createdAt: string | undefined;
}

/** A metric of an analysis: what it measured, against its limits. @public */
export interface AnalysisMetric {
  name: string;
  /**
   * The provider's word, but `Stopped` where it says `Successful` of a metric that was
   * ended before it had its measurements (argo-rollouts#2158).
   */
  phase: string;
  successful: number;
  failed: number;
  inconclusive: number;
  error: number;
  /** Failures that are still allowed; -1 allows any number. */
  limit: number;
  /** Inconclusive measurements that are still allowed. */
  inconclusiveLimit: number;
  /** Errors in a row that are still allowed. */
  consecutiveErrorLimit: number;
  /** Errors in a row up to now. */
  consecutiveErrors: number;
  /** Successes in a row that are enough; `undefined` = not asked for. */
  consecutiveSuccessLimit: number | undefined;
  /** Successes in a row up to now. */
  consecutiveSuccesses: number;
  /** How many measurements make the metric complete; `undefined` has no end. */
  count: number | undefined;
  successCondition: string | undefined;
  failureCondition: string | undefined;
  provider: string | undefined;
  /** The provider's query or address, with no secrets. */
  query: string | undefined;
  message: string;
  dryRun: boolean;
  /** Oldest first. */
  measurements: {
    phase: string;
    value: string | undefined;
    message: string;
    startedAt: string | undefined;
    finishedAt: string | undefined;
  }[];
}

/** A judgement of a candidate by measurements: an AnalysisRun. @public */
export interface DeliveryAnalysis {
  name: string;
  /** `Step`, `Background`, `PrePromotion`, `PostPromotion`. */
  type: string;
  stepIndex: number | undefined;
  /** Of the ReplicaSet that it judges. */
  hash: string | undefined;
  /** The provider's word, but `Stopped` where it was ended before it had judged. */
  phase: string;
  message: string;
  startedAt: string | undefined;
  metrics: AnalysisMetric[];
}

/** What a person can do with a delivery. @public */
export type DeliveryActionId =
  | 'promote'
  | 'promote-full'
  | 'abort'
  | 'retry'
  | 'pause';

/** Whether an action makes sense in the present state. @public */
export interface DeliveryAction {
  id: DeliveryActionId;
  allowed: boolean;
  /** Why not, when it is not allowed; else what it does. */
  reason: string;
}

/** A pause that holds now. @public */
export interface DeliveryPause {
  /** `CanaryPauseStep`, `BlueGreenPause`, `manually paused`, … */
  reason: string;
  since: string | undefined;
  /** When it ends by itself; `undefined` waits for a person. */
  until: string | undefined;
  /** From now until then, not below 0. */
  remainingSeconds: number | undefined;
}

/** A progressive delivery as its provider's own tool prints it. @public */
export interface Delivery {
  provider: 'argo-rollouts' | 'deployment';
  kind: string;
  namespace: string;
  name: string;
  uid: string | undefined;
  /**
   * The provider's word. Kubernetes has none for a Deployment: there it is Healthy,
   * Progressing, Degraded or Paused by the rules of `kubectl rollout status`.
   */
  phase: string;
  /** `''` when there is none. */
  message: string;
  strategy: 'canary' | 'blue-green' | 'rolling-update' | 'recreate' | undefined;
  /** The controller's; `undefined` where the provider prints none, or it can't be known. */
  step: StepPosition | undefined;
  /** Set where the delivery was aborted. */
  reached: ReachedStep | undefined;
  /**
   * On a scale from 0 to {@link Delivery.maxWeight}. `undefined` where the provider
   * prints none, or it can't be known.
   */
  weight: { desired: number; actual: number } | undefined;
  maxWeight: number;
  /** What a weight is: a router's share of traffic, or the share of available pods. */
  weightMeans: 'traffic' | 'replicas';
  aborted: boolean;
  /** When it was aborted, as its objects say; `undefined` where none says it yet. */
  abortedAt: string | undefined;
  /**
   * When what is wanted became stable, as the object says. `undefined` while a candidate is
   * delivered: nothing in a cluster says then since when the stable revision is.
   */
  stableSince: string | undefined;
  paused: DeliveryPause | undefined;
  steps: DeliveryStep[];
  revisions: DeliveryRevision[];
  analyses: DeliveryAnalysis[];
  actions: DeliveryAction[];
  replicas: {
    desired: number | undefined;
    current: number;
    updated: number;
    ready: number;
    available: number;
  };
}
