import { isDefinition } from '../definitions/feastClasses';
import { Scope } from './Scope';

/** Does one of the called names make a view, an entity or another definition of Feast's? */
export function makesDefinition(
  calls: ReadonlySet<string>,
  scope: Scope,
): boolean {
  return [...calls].some(name => {
    const value = scope.find(name)?.value;
    if (value) return value.kind === 'feast-class' && isDefinition(value.name);
    // Imported within the function, or an attribute. `…Source` names are many.
    return isDefinition(name) && !name.endsWith('Source');
  });
}
