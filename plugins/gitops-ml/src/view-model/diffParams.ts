import { ModelVersionView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { isRecord } from './isRecord';

/** A parameter of a version; `before` is absent where the version before had none. */
interface ParamRow {
  id: string;
  value: string | undefined;
  before: string | undefined;
  changed: boolean;
}

/** Dotted keys, so that nested files compare leaf by leaf. @internal */
export function flattenParams(
  params: Record<string, unknown>,
  prefix = '',
): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [key, value] of Object.entries(params)) {
    if (isRecord(value))
      Object.assign(flat, flattenParams(value, `${prefix}${key}.`));
    else flat[`${prefix}${key}`] = JSON.stringify(value);
  }
  return flat;
}

/** Parameters of both versions, in the order of their names. */
export function diffParams(
  version: ModelVersionView,
  previous: ModelVersionView | undefined,
): ParamRow[] {
  const now = flattenParams(version.provenance?.params ?? {});
  const before = flattenParams(previous?.provenance?.params ?? {});
  const comparable = previous?.provenance !== undefined;
  const names = new Set([...Object.keys(now), ...Object.keys(before)]);
  return [...names].sort().map(id => ({
    id,
    value: now[id],
    before: before[id],
    changed: comparable && now[id] !== before[id],
  }));
}
