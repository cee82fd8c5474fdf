import { DictValue, PythonValue, ValueOf } from './PythonValue';

type Container = ValueOf<'list' | 'tuple' | 'set'> | DictValue;

/** Is one of the things in a container a definition, or may it be one? */
export function holdsDefinition(container: Container): boolean {
  if (container.kind !== 'tuple' && container.doubt?.feast) return true;
  return itemsOf(container).some(
    item =>
      (item.kind === 'draft' && item.draft.kind !== 'field') ||
      (item.kind === 'unknown' && item.feast),
  );
}

function itemsOf(container: Container): PythonValue[] {
  return container.kind === 'dict'
    ? [...container.entries.values()].map(entry => entry.value)
    : container.items;
}
