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
    const next = collectDefined(projects);
    for (const [key, known] of this.#present) {
      if (!next.has(key) && isHidden(known, broken)) next.set(key, known);
    }
    for (const key of new Set([...this.#present.keys(), ...next.keys()])) {
      this.#addChange(position, key, next.get(key)?.view);
    }
    this.#present = next;
  }

  #addChange(
    position: number,
    key: string,
    view: FeastFeatureView | undefined,
  ): void {
    const change = diffFeatureViews(this.#present.get(key)?.view, view);
    if (!change) return;
    const versions = this.#versions.get(key) ?? [];
    versions.push({ ...change, position });
    this.#versions.set(key, versions);
  }

  build(): FeatureTimeline {
    return this.#versions;
  }
}

function collectDefined(projects: readonly FeastFacts[]): Map<string, Defined> {
  return new Map(
    projects.flatMap(({ path, featureViews }) => {
      const store = path ? `${path}/feature_store.yaml` : 'feature_store.yaml';
      return featureViews.map((view): [string, Defined] => [
        featureViewKey(path, view.name),
        { view, store },
      ]);
    }),
  );
}

/** Whether a file that can't be read may still define the view. */
function isHidden(
  { view, store }: Defined,
  broken: ReadonlySet<string>,
): boolean {
  return broken.has(view.definedIn.path) || broken.has(store);
}
