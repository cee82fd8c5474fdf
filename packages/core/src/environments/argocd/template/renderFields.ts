import { Json } from '../../../reading/Json';
import { isJsonObject, JsonObject } from '../../../reading/isJsonObject';

/** Renders every text and every key of a value. */
function renderDeeply(value: Json, render: (template: string) => string): Json {
  if (typeof value === 'string') return render(value);
  if (Array.isArray(value)) {
    return value.map(item => renderDeeply(item, render));
  }
  return isJsonObject(value) ? renderFields(value, render) : value;
}

/** Renders every key and every text of an object. @public */
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
