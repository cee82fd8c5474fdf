import { FeastFacts, FeastFeatureView } from '@gitops-ml/core';
import { diffFeatureViews, FeatureViewChange } from './diffFeatureViews';

/** A step of a view's history. */
export interface FeatureViewVersion extends FeatureViewChange {
  position: number;
}

/** The history of all views, oldest first each. */
export type FeatureTimeline = ReadonlyMap<
  string,
  readonly FeatureViewVersion[]
>;

/** Names a view within a repository; `project` is its project's folder. */
export function featureViewKey(project: string, view: string): string {
  return `${project}\0${view}`;
}

/** A view and the store file of its project. */
interface Defined {
  view: FeastFeatureView;
  store: string;
}

/**
 * Collects a timeline from snapshots of Feast projects, oldest first. A view whose
 * file can't be read stays what it was until the file can be read again.
 */
export class FeatureTimelineBuilder {
  readonly #versions = new Map<string, FeatureViewVersion[]>();
  #present = new Map<string, Defined>();

  /** `broken`: files that could not be read at this position. */
  add(
    position: number,
    projects: readonly FeastFacts[],
    broken: ReadonlySet<string> = new Set(),
  ): void {
    const next = new Map<string, Defined>();
    for (const { path, featureViews } of projects) {
      const store = path ? `${path}/feature_store.yaml` : 'feature_store.yaml';
      for (const view of featureViews) {
        next.set(featureViewKey(path, view.name), { view, store });
      }
    }
    for (const [key, known] of this.#present) {
      if (next.has(key)) continue;
      const files = [known.view.definedIn.path, known.store];
      if (files.some(file => broken.has(file))) next.set(key, known);
    }
    for (const key of new Set([...this.#present.keys(), ...next.keys()])) {
      const change = diffFeatureViews(
        this.#present.get(key)?.view,
        next.get(key)?.view,
      );
      if (!change) continue;
      const versions = this.#versions.get(key) ?? [];
      versions.push({ ...change, position });
      this.#versions.set(key, versions);
    }
    this.#present = next;
  }

  build(): FeatureTimeline {
    return this.#versions;
  }
}
