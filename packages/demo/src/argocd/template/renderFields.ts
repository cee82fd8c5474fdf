import { Json } from '@gitops-ml/core';
import { isJsonObject, JsonObject } from '../json';

/** Renders every text and every key of a value. */
function renderDeeply(value: Json, render: (template: string) => string): Json {
  if (typeof value === 'string') return render(value);
  if (Array.isArray(value)) {
    return value.map(item => renderDeeply(item, render));
  }
  return isJsonObject(value) ? renderFields(value, render) : value;
}

export function renderFields(
  value: JsonObject,
  render: (template: string) => string,
): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      render(key),
      renderDeeply(inner, render),
    ]),
  );
}
