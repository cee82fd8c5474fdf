import { FeastFeatureView, FeastField } from '@gitops-ml/core';

/** A property whose value changed; an absent side is unknown or was not there. */
export interface PropertyChange {
  name: string;
  from: string | undefined;
  to: string | undefined;
}

/** What one commit did to a feature view. */
export interface FeatureViewChange {
  change: 'added' | 'modified' | 'deleted' | 'moved';
  added: FeastField[];
  removed: FeastField[];
  /** Features whose type changed. */
  changed: PropertyChange[];
  properties: PropertyChange[];
}

const NOTHING: Omit<FeatureViewChange, 'change'> = {
  added: [],
  removed: [],
  changed: [],
  properties: [],
};

/**
 * How a view differs from what it was; `undefined` where it does not. A view
 * that is only written in another file has moved; another line is no change.
 */
export function diffFeatureViews(
  before: FeastFeatureView | undefined,
  after: FeastFeatureView | undefined,
): FeatureViewChange | undefined {
  if (!before) {
    return after && { ...NOTHING, change: 'added', added: after.features };
  }
  if (!after) {
    return { ...NOTHING, change: 'deleted', removed: before.features };
  }
  const difference = {
    ...diffFields(before.features, after.features),
    properties: diffProperties(before, after),
  };
  if (Object.values(difference).some(list => list.length > 0)) {
    return { ...difference, change: 'modified' };
  }
  return before.definedIn.path === after.definedIn.path
    ? undefined
    : { ...NOTHING, change: 'moved' };
}

function diffFields(before: FeastField[], after: FeastField[]) {
  const old = new Map(before.map(field => [field.name, field]));
  const now = new Map(after.map(field => [field.name, field]));
  return {
    added: after.filter(({ name }) => !old.has(name)),
    removed: before.filter(({ name }) => !now.has(name)),
    changed: after.flatMap(({ name, dtype }) => {
      const was = old.get(name);
      return was && was.dtype !== dtype
        ? [{ name, from: was.dtype, to: dtype }]
        : [];
    }),
  };
}

const PROPERTIES: [
  name: string,
  text: (view: FeastFeatureView) => string | undefined,
][] = [
  ['type', view => view.type],
  ['entities', view => view.entities.join(', ')],
  ['joinKeys', view => view.joinKeys.join(', ')],
  ['ttlSeconds', view => view.ttlSeconds?.toString()],
  ['online', view => view.online?.toString()],
  ['sources', view => view.sources.map(({ name }) => name).join(', ')],
  ['mode', view => view.mode],
  ['description', view => view.description],
  ['owner', view => view.owner],
  ['tags', ({ tags }) => describeTags(tags)],
];

function describeTags(tags: Record<string, string>): string {
  return Object.entries(tags)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}

function diffProperties(
  before: FeastFeatureView,
  after: FeastFeatureView,
): PropertyChange[] {
  return PROPERTIES.map(([name, text]) => ({
    name,
    from: text(before),
    to: text(after),
  })).filter(({ from, to }) => from !== to);
}
