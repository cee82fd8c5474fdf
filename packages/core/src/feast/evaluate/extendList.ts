import { LARGEST_VALUE } from '../values/operateValues';
import { ListValue, PythonValue } from '../values/PythonValue';

/** Adds items to a list in place; false where it would grow too long. */
export function extendList(to: ListValue, items: PythonValue[]): boolean {
  if (to.items.length + items.length > LARGEST_VALUE) return false;
  // The list may be added to itself.
  for (const item of [...items]) to.items.push(item);
  return true;
}
