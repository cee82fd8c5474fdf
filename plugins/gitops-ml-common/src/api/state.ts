import { z } from 'zod/v4';
import {
  commitSchema,
  envelopeSchema,
  observationSchema,
  spotSchema,
} from './envelope';

/**
 * What a set of pods serves, by the release ConfigMap that it mounts. Statuses:
 * known; unknown (`reason` says why: no release ConfigMap, ConfigMap gone, cluster unreachable).
 * @public
 */
export const releaseIdentitySchema = z.object({
  status: z.string(),
  reason: z.string().optional(),
  configMap: z.string().optional(),
  model: z
    .object({
      name: z.string().optional(),
      version: z.string().optional(),
      hash: z.string().optional(),
    })
    .optional(),
  /** As trained. */
  dataHash: z.string().optional(),
  /** As trained. */
  featuresDigest: z.string().optional(),
  images: z.array(z.string()),
  /** Newest commit of the tracked history whose release.env says the same. */
  commit: commitSchema.optional(),
});
/** What {@link releaseIdentitySchema} accepts. @public */
export type ReleaseIdentityView = z.infer<typeof releaseIdentitySchema>;

/**
 * One part of a state tuple. Statuses: known, unknown (with `reason`), none (it does
 * not exist here). @public
 */
export const statePartSchema = z.object({
  status: z.string(),
  reason: z.string().optional(),
  /** Equal digests are equal content. */
  digest: z.string().optional(),
  /** The last commit of the tracked history that changed this part. */
  changedIn: commitSchema.optional(),
  /** As trained, rather than as it is deployed. */
  asTrained: z.boolean().optional(),
});

/** (code, features, data, model, configuration) @public */
export const stateTupleSchema = z.object({
  /** Of the five; absent while one is unknown. */
  digest: z.string().optional(),
  commit: commitSchema.optional(),
  code: statePartSchema.extend({ files: z.number().optional() }),
  features: statePartSchema.extend({
    views: z.number().optional(),
    services: z.number().optional(),
  }),
  data: statePartSchema.extend({
    outputs: z.number().optional(),
    /** Bytes. */
    size: z.number().optional(),
    /** Of what a model was trained on, when it is as trained. */
    hash: z.string().optional(),
  }),
  model: statePartSchema.extend({
    models: z
      .array(
        z.object({
          name: z.string(),
          version: z.string().optional(),
          hash: z.string().optional(),
        }),
      )
      .optional(),
  }),
  configuration: statePartSchema.extend({
    overlay: z.string().optional(),
    files: z.number().optional(),
  }),
});
/** What {@link stateTupleSchema} accepts. @public */
export type StateTupleView = z.infer<typeof stateTupleSchema>;

/** One of the three answers about an environment. @public */
export const stateAnswerSchema = z.object({
  /** known, unknown, none (with `reason`), stale (the last known, see the observation) */
  status: z.string(),
  reason: z.string().optional(),
  tuple: stateTupleSchema.optional(),
});

/** What of two answers differs. @public */
export const stateDifferenceSchema = z.object({
  /** code, features, data, model, configuration */
  part: z.string(),
  /** differs, same, unknown */
  verdict: z.string(),
  /**
   * Short, for the mark beside the cell: `4 commits behind`, `1 version behind: v1.3.0 →
   * v1.4.0`, `2 views differ`, `v1.3.0 → v1.4.0`. Begins with the number where there is one;
   * absent where it can't be known.
   */
  text: z.string().optional(),
});

/** A pause that holds now; without `until` it waits for a person. @public */
export const pauseSchema = z.object({
  reason: z.string(),
  since: z.string().optional(),
  until: z.string().optional(),
});

/** An environment and its three answers, which are never merged. @public */
export const environmentSchema = z.object({
  name: z.string(),
  /** Which source says what: gitops-ml.yaml, argocd, flux, overlay. */
  declaredBy: z.array(
    z.object({
      source: z.string(),
      spot: spotSchema,
      fields: z.array(z.string()),
    }),
  ),
  instance: z.string().optional(),
  cluster: z.string().optional(),
  namespace: z.string().optional(),
  overlay: z.string().optional(),
  /** As it is written: a branch, tag or commit. */
  revision: z.string().optional(),
  desired: stateAnswerSchema,
  synced: stateAnswerSchema.extend({
    sync: z.string().optional(),
    health: z.string().optional(),
    applicationUrl: z.string().optional(),
  }),
  running: stateAnswerSchema.extend({
    stable: releaseIdentitySchema.optional(),
    candidate: releaseIdentitySchema.optional(),
    /** Share of the candidate, percent, where there is one. */
    candidateWeight: z.number().optional(),
  }),
  argocd: observationSchema,
  kubernetes: observationSchema,
  /** Running against desired, part by part. */
  runningDiffers: z.array(stateDifferenceSchema),
  /** Desired against the environment before it (to its left); absent for the first. */
  behind: z
    .object({
      environment: z.string(),
      differences: z.array(stateDifferenceSchema),
    })
    .optional(),
  /** The delivery in a few facts, for the row and the card. */
  delivery: z
    .object({
      phase: z.string(),
      message: z.string(),
      step: z.object({ index: z.number(), count: z.number() }).optional(),
      /** What the current step is: setWeight, pause, analysis, … */
      stepKind: z.string().optional(),
      /** The pause that holds now. */
      paused: pauseSchema.optional(),
      reached: z
        .object({ index: z.number(), count: z.number(), inferred: z.boolean() })
        .optional(),
      weight: z.object({ desired: z.number(), actual: z.number() }).optional(),
      /** What all of the traffic is; 100 where it is absent. */
      maxWeight: z.number().optional(),
      /** The metric that failed, and how, where an analysis ended it. */
      failedMetric: z
        .object({ name: z.string(), message: z.string() })
        .optional(),
      since: z.string().optional(),
    })
    .optional(),
  simulated: z.boolean(),
});
/** What {@link environmentSchema} accepts. @public */
export type EnvironmentView = z.infer<typeof environmentSchema>;

/** Something was read, and is in a bad state. Severities: error, warning, info. @public */
export const findingSchema = z.object({
  id: z.string(),
  severity: z.string(),
  environment: z.string().optional(),
  message: z.string(),
  remedy: z.string(),
  evidence: z.array(
    z.object({
      text: z.string(),
      url: z.string().optional(),
    }),
  ),
});
/** What {@link findingSchema} accepts. @public */
export type FindingView = z.infer<typeof findingSchema>;

/** `GET …/environments` @public */
export const environmentsResponseSchema = envelopeSchema.extend({
  environments: z.array(environmentSchema),
  findings: z.array(findingSchema),
  /** Where environments were looked for, when there is none. */
  lookedFor: z.array(z.string()),
});
/** What {@link environmentsResponseSchema} accepts. @public */
export type EnvironmentsResponse = z.infer<typeof environmentsResponseSchema>;

/** A change of what runs stable in an environment. @public */
export const releaseSchema = z.object({
  environment: z.string(),
  at: z.string(),
  /**
   * Where `at` is from: object (the workload's own status says it), observed (our clock),
   * pods (when pods were made), argocd (when Argo CD applied the commit).
   */
  atFrom: z.string().optional(),
  /** The time is not exact: it was after this, and not after `at`. */
  after: z.string().optional(),
  /** Seen by us as it happened. */
  witnessed: z.boolean(),
  /**
   * What proves it: watched (the change was seen), found (it was so when watching began),
   * replica-set (pods that are kept for going back), argocd-history.
   */
  provenance: z.string().optional(),
  from: releaseIdentitySchema.optional(),
  to: releaseIdentitySchema,
  /** stable, aborted, unknown (whether it became stable was not seen) */
  outcome: z.string(),
  reached: z
    .object({ index: z.number(), count: z.number(), inferred: z.boolean() })
    .optional(),
  message: z.string().optional(),
  commit: commitSchema.optional(),
  differences: z.array(stateDifferenceSchema),
});
/** What {@link releaseSchema} accepts. @public */
export type ReleaseView = z.infer<typeof releaseSchema>;

/** `GET …/releases?environment=` newest first @public */
export const releasesResponseSchema = envelopeSchema.extend({
  releases: z.array(releaseSchema),
  /** Spans in which nothing was watched, so that releases may be missing. */
  gaps: z.array(
    z.object({ environment: z.string(), from: z.string(), to: z.string() }),
  ),
});
/** What {@link releasesResponseSchema} accepts. @public */
export type ReleasesResponse = z.infer<typeof releasesResponseSchema>;

/** `GET /v1/fleet`: each row is authorised; hidden ones are not counted. @public */
export const fleetResponseSchema = z.object({
  schemaVersion: z.literal(1),
  topics: z.array(z.string()),
  rows: z.array(
    z.object({
      entityRef: z.string(),
      title: z.string().optional(),
      owner: z.string().optional(),
      environments: z.array(environmentSchema),
      findings: z.array(findingSchema),
    }),
  ),
});
/** What {@link fleetResponseSchema} accepts. @public */
export type FleetResponse = z.infer<typeof fleetResponseSchema>;
