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

/** Collects a timeline from snapshots of Feast projects, oldest first. */
export class FeatureTimelineBuilder {
  readonly #versions = new Map<string, FeatureViewVersion[]>();
  #present = new Map<string, FeastFeatureView>();

  add(position: number, projects: readonly FeastFacts[]): void {
    const next = new Map<string, FeastFeatureView>();
    for (const { path, featureViews } of projects) {
      for (const view of featureViews) {
        next.set(featureViewKey(path, view.name), view);
      }
    }
    for (const key of new Set([...this.#present.keys(), ...next.keys()])) {
      const change = diffFeatureViews(this.#present.get(key), next.get(key));
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
