import { isRecord } from '../../reading/isRecord';
import { Fields } from '../Fields';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * What the manifests say of `spec.paused`, as whoever applied them left it on the object:
 * a value other than this is put back at the next sync. `undefined` where they are silent.
 * Source: kubectl's client-side apply (the annotation), and server-side apply
 * (`metadata.managedFields` with the operation Apply; the field keeps its manager only as
 * long as nobody else sets another value).
 */
export function readAppliedPause(object: Fields): boolean | undefined {
  const metadata = object.raw('metadata');
  if (!isRecord(metadata)) return undefined;
  const spec = object.raw('spec');
  const live = isRecord(spec) && spec.paused === true;
  return isOwned(metadata.managedFields) ? live : readLastApplied(metadata);
}

function isOwned(managedFields: unknown): boolean {
  return (
    Array.isArray(managedFields) &&
    managedFields.some(
      entry =>
        isRecord(entry) &&
        entry.operation === 'Apply' &&
        isRecord(entry.fieldsV1) &&
        isRecord(entry.fieldsV1['f:spec']) &&
        'f:paused' in entry.fieldsV1['f:spec'],
    )
  );
}

function readLastApplied({
  annotations,
}: Record<string, unknown>): boolean | undefined {
  const text = isRecord(annotations) ? annotations[LAST_APPLIED] : undefined;
  const applied = typeof text === 'string' ? parseJson(text) : undefined;
  const spec = isRecord(applied) ? applied.spec : undefined;
  const paused = isRecord(spec) ? spec.paused : undefined;
  return typeof paused === 'boolean' ? paused : undefined;
}

/** One that is damaged binds nobody: the next apply replaces it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
