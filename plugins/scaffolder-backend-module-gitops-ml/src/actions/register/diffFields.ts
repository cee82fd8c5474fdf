import { isRecord } from '@gitops-ml/core';

/** A field in which two objects differ. */
interface FieldDifference {
  /** `spec.template.spec.source.repoURL`, `spec.destinations[1].namespace`. */
  field: string;
  /** `undefined` where it has none. */
  existing: unknown;
  wanted: unknown;
}

/**
 * The fields in which an object that exists differs from the one that is wanted,
 * by path. What Go leaves out when it writes JSON (null, false, 0, '', empty
 * lists and objects) is the same as an absent field.
 */
export function diffFields(
  existing: unknown,
  wanted: unknown,
  field = '',
): FieldDifference[] {
  if (Array.isArray(existing) && Array.isArray(wanted)) {
    const length = Math.max(existing.length, wanted.length);
    return Array.from({ length }, (_, index) =>
      diffFields(existing[index], wanted[index], `${field}[${index}]`),
    ).flat();
  }
  if (isRecord(existing) || isRecord(wanted)) {
    return diffObjects(existing, wanted, field);
  }
  if (isEmpty(existing) && isEmpty(wanted)) return [];
  return existing === wanted ? [] : [{ field, existing, wanted }];
}

function diffObjects(
  existing: unknown,
  wanted: unknown,
  field: string,
): FieldDifference[] {
  if (isEmpty(existing) && isEmpty(wanted)) return [];
  if (!isRecord(existing) || !isRecord(wanted)) {
    return [{ field, existing, wanted }];
  }
  const keys = new Set([...Object.keys(existing), ...Object.keys(wanted)]);
  return [...keys]
    .sort()
    .flatMap(key =>
      diffFields(
        existing[key],
        wanted[key],
        field === '' ? key : `${field}.${key}`,
      ),
    );
}

/** What Go's `omitempty` leaves out, and objects that hold nothing else. */
function isEmpty(value: unknown): boolean {
  if (!value) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.values(value).every(isEmpty);
}

/** One line for each difference. */
export function describeDifferences(
  differences: readonly FieldDifference[],
): string {
  return differences
    .map(
      ({ field, existing, wanted }) =>
        `  ${field}: is ${describeValue(existing)}, wanted ${describeValue(
          wanted,
        )}`,
    )
    .join('\n');
}

function describeValue(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
