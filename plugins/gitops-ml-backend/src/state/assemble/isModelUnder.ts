import { isUnder } from './isUnder';

/** Does a model belong to a folder? GTO's name says where it is declared: `dir:name`, bare at the root. */
export function isModelUnder(name: string, folder: string): boolean {
  const colon = name.indexOf(':');
  return isUnder(colon < 0 ? '' : name.slice(0, colon), folder);
}
