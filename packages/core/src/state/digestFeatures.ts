import { FeastFacts } from '../facts/feast';
import { EntryReading } from '../model/EntryReading';
import { selectFacts } from '../model/selectFacts';
import { Json } from '../reading/Json';
import { isJsonObject } from '../reading/isJsonObject';
import { digestOf } from './digestOf';
import { StateFile, StateTuple } from './StateTuple';

/** Where something is written is no part of what it means. */
const PLACES = ['definedIn', 'line', 'column', 'files'];

/**
 * Two texts that define the same features have the same digest. Where a definition
 * can't be known without running the code, the files' content stands for it.
 */
export function digestFeatures(
  readings: readonly EntryReading[],
  files: readonly StateFile[],
): Omit<StateTuple['features'], 'paths'> {
  const all = selectFacts(readings, 'feast');
  const isKnown = all.every(isResolved) && !hasBroken(readings);
  const projects = all.map(({ path, store }) => ({
    path,
    name: store.project,
  }));
  return {
    digest: digestOf({
      projects: all.map(factsToJson),
      files: isKnown ? null : files.map(({ path, oid }) => [path, oid]),
    }),
    projects,
    views: sum(all.map(({ featureViews }) => featureViews.length)),
    services: sum(all.map(({ featureServices }) => featureServices.length)),
  };
}

function isResolved(facts: FeastFacts): boolean {
  const { entities, dataSources, featureViews, featureServices } = facts;
  return (
    facts.unresolved.length === 0 &&
    [...entities, ...dataSources, ...featureViews, ...featureServices].every(
      ({ unresolvedFields }) => unresolvedFields.length === 0,
    )
  );
}

function hasBroken(readings: readonly EntryReading[]): boolean {
  return readings.some(
    ({ reader, problems }) =>
      reader === 'feast' &&
      problems.some(({ severity }) => severity === 'error'),
  );
}

function factsToJson(facts: FeastFacts): Json {
  const { path, store, entities, dataSources, featureViews, featureServices } =
    facts;
  const sorted = (items: readonly { name: string }[]) =>
    [...items].sort(byName).map(toJson);
  return {
    path,
    store: toJson(store),
    entities: sorted(entities),
    dataSources: sorted(dataSources),
    featureViews: sorted(featureViews),
    featureServices: sorted(featureServices),
  };
}

function byName(a: { name: string }, b: { name: string }): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}

/** Facts are JSON but for absent fields. */
function toJson(facts: unknown): Json {
  const value: Json = JSON.parse(JSON.stringify(facts));
  return dropPlaces(value);
}

function dropPlaces(value: Json): Json {
  if (Array.isArray(value)) return value.map(dropPlaces);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !PLACES.includes(key))
      .map(([key, inner]) => [key, dropPlaces(inner)]),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
