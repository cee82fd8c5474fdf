import { isRecord } from './isRecord';
import { Json } from './Json';

/** A JSON object. @public */
export type JsonObject = { [key: string]: Json };

/** Is it an object, and neither an array nor null? @public */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return isRecord(value);
}
