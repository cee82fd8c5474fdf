import { FeatureChangeView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeTtl } from './describeTtl';

type PropertyChange = FeatureChangeView['properties'][number];

const NAMES: Record<string, string> = {
  ttlSeconds: 'TTL',
  joinKeys: 'join keys',
};

/** A property in the words of the table's columns. */
export function nameProperty(name: string): string {
  return NAMES[name] ?? name;
}

/** What every view has: without a value it is not a literal. Others may be left out. */
const ALWAYS_THERE = new Set(['ttlSeconds', 'online']);

/** From what to what; `?` is unknown, `—` is none. */
export function describePropertyChange({
  name,
  from,
  to,
}: PropertyChange): string {
  return `${describeValue(name, from)} → ${describeValue(name, to)}`;
}

function describeValue(name: string, value: string | undefined): string {
  if (value === undefined) return ALWAYS_THERE.has(name) ? '?' : '—';
  if (value === '') return '—';
  return name === 'ttlSeconds'
    ? describeTtl(Number(value))?.text ?? value
    : value;
}
