import {
  ReleaseIdentityView,
  releaseIdentitySchema,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { z } from 'zod/v4';
import { KeptRelease, ReleaseSubject } from './Release';

/** A row of `releases`. SQLite gives booleans as numbers. */
export interface ReleaseRow extends ReleaseSubject {
  id: number;
  at: string;
  at_from: string;
  after_at: string | null;
  provenance: string;
  outcome: string;
  pods: string;
  witnessed: boolean | number;
  identity: string;
  config_maps: string | null;
  previous: string | null;
  reached_index: number | null;
  reached_count: number | null;
  reached_inferred: boolean | number | null;
  message: string | null;
  commit: string | null;
  parts: string | null;
}

/** A row of `observations`. */
export interface ObservationRow extends ReleaseSubject {
  id: number;
  from_at: string;
  to_at: string;
}

const namesSchema = z.array(z.string());
const digest = z.string().nullable().optional();
const partsSchema = z.object({
  code: digest,
  features: digest,
  data: digest,
  model: digest,
  configuration: digest,
});
const outcomeSchema = z.enum(['stable', 'aborted', 'unknown']);
const atFromSchema = z.enum(['object', 'observed', 'pods', 'argocd']);
const provenanceSchema = z.enum([
  'watched',
  'found',
  'replica-set',
  'argocd-history',
]);

export function toReleaseRow(
  release: KeptRelease,
): Omit<ReleaseRow, 'id' | keyof ReleaseSubject> {
  const { identity, previous, reached, git } = release;
  return {
    at: release.at,
    at_from: release.atFrom,
    after_at: release.after ?? null,
    provenance: release.provenance,
    outcome: release.outcome,
    pods: release.pods,
    witnessed: release.provenance === 'watched',
    identity: JSON.stringify(identity),
    config_maps: JSON.stringify(release.configMaps),
    previous: previous ? JSON.stringify(previous) : null,
    reached_index: reached?.index ?? null,
    reached_count: reached?.count ?? null,
    reached_inferred: reached?.inferred ?? null,
    message: release.message ?? null,
    commit: git.commit ?? null,
    parts: JSON.stringify(git.parts),
  };
}

export function toKeptRelease(row: ReleaseRow): KeptRelease {
  return {
    at: row.at,
    atFrom: atFromSchema.parse(row.at_from),
    after: row.after_at ?? undefined,
    provenance: provenanceSchema.parse(row.provenance),
    outcome: outcomeSchema.parse(row.outcome),
    pods: row.pods,
    identity: parseIdentity(row.identity),
    configMaps: namesSchema.parse(JSON.parse(row.config_maps ?? '[]')),
    previous: row.previous === null ? undefined : parseIdentity(row.previous),
    message: row.message ?? undefined,
    reached:
      row.reached_index === null || row.reached_count === null
        ? undefined
        : {
            index: row.reached_index,
            count: row.reached_count,
            inferred: Boolean(row.reached_inferred),
          },
    git: {
      commit: row.commit ?? undefined,
      parts: partsSchema.parse(JSON.parse(row.parts ?? '{}')),
    },
  };
}

function parseIdentity(text: string): ReleaseIdentityView {
  return releaseIdentitySchema.parse(JSON.parse(text));
}
