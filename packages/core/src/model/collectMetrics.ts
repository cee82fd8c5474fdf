import { DvcYamlFacts } from '../facts/dvc';
import { EntryReading } from './EntryReading';
import { selectFacts } from './selectFacts';

/** The numbers of a revision's metrics files. @public */
export interface RevisionMetrics {
  values: { file: string; name: string; value: number }[];
  /** Files that are DVC outputs: their values are not in Git. */
  inRemote: string[];
}

/** A revision's metrics, numbers only, each file once. @public */
export function collectMetrics(readings: EntryReading[]): RevisionMetrics {
  const files = new Map<string, DvcYamlFacts['metrics'][number]>();
  for (const { metrics } of selectFacts(readings, 'dvc-yaml')) {
    for (const file of metrics) files.set(file.path, file);
  }
  const all = [...files.values()];
  return {
    values: all.flatMap(({ path: file, values }) =>
      Object.entries(values).flatMap(([name, value]) =>
        typeof value === 'number' ? [{ file, name, value }] : [],
      ),
    ),
    inRemote: all
      .filter(({ state }) => state === 'in-remote')
      .map(({ path }) => path),
  };
}
