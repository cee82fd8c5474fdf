import { FeatureChangeView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describePropertyChange, nameProperty } from './describeProperty';

/** A line of a schema's difference, as `+`, `−` or `~`. */
interface SchemaChange {
  id: string;
  sign: '+' | '−' | '~';
  word: 'added' | 'removed' | 'changed';
  name: string;
  detail: string;
}

const orUnknown = (text: string | undefined) => text ?? '?';

/** All that a commit changed in a view's definition, removals first. */
export function describeFeatureStep(entry: FeatureChangeView): SchemaChange[] {
  const lines: Omit<SchemaChange, 'id'>[] = [
    ...entry.removed.map(({ name, dtype }) => ({
      sign: '−' as const,
      word: 'removed' as const,
      name,
      detail: orUnknown(dtype),
    })),
    ...entry.changed.map(({ name, from, to }) => ({
      sign: '~' as const,
      word: 'changed' as const,
      name,
      detail: `${orUnknown(from)} → ${orUnknown(to)}`,
    })),
    ...entry.added.map(({ name, dtype }) => ({
      sign: '+' as const,
      word: 'added' as const,
      name,
      detail: orUnknown(dtype),
    })),
    ...entry.properties.map(property => ({
      sign: '~' as const,
      word: 'changed' as const,
      name: nameProperty(property.name),
      detail: describePropertyChange(property),
    })),
  ];
  return lines.map((line, index) => ({ ...line, id: `${index} ${line.name}` }));
}
