import {
  Draft,
  DraftEntity,
  DraftOther,
  DraftService,
  DraftSource,
  DraftView,
} from '../definitions/drafts';
import { Binding, Scope } from '../evaluate/Scope';
import { Unresolved } from './ModuleLoader';

/** The definitions that Feast would register, in the order in which it meets them. */
export interface CollectedDrafts {
  entities: DraftEntity[];
  sources: DraftSource[];
  views: DraftView[];
  services: DraftService[];
  others: DraftOther[];
  /** Selections of a view that stand in a global: Feast takes them for a second view. */
  copies: { view: DraftView; binding: Binding }[];
  unresolved: Unresolved[];
}

class Collector {
  readonly #drafts = new Set<Draft>();
  readonly #copies: CollectedDrafts['copies'] = [];
  readonly #unresolved = new Map<string, Unresolved>();

  add(name: string, binding: Binding): void {
    const { value, spot } = binding;
    if (value.kind === 'draft') this.#addDraft(value.draft);
    if (value.kind === 'projection')
      this.#copies.push({ view: value.view, binding });
    if (value.kind === 'unknown' && value.feast) {
      const what = `${name} (${value.what})`;
      this.#unresolved.set(`${spot.path}:${spot.line}:${name}`, {
        ...spot,
        what,
      });
    }
  }

  #addDraft(draft: Draft): void {
    if (draft.kind === 'field' || this.#drafts.has(draft)) return;
    this.#drafts.add(draft);
    if (draft.kind === 'source') this.#addBatchSource(draft);
    if (draft.kind === 'view') this.#addSources(draft);
  }

  #addBatchSource(source: DraftSource): void {
    if (source.batchSource) this.#addDraft(source.batchSource);
  }

  #addSources(view: DraftView): void {
    const writes = view.online !== false;
    for (const source of view.sources) {
      if (source.kind === 'source') this.#addDraft(source);
      // An on-demand view that is written registers what its inputs read.
      else if (view.type === 'OnDemandFeatureView' && writes)
        this.#addSources(source);
    }
  }

  result(): CollectedDrafts {
    const drafts = [...this.#drafts];
    return {
      entities: drafts.filter(draft => draft.kind === 'entity'),
      sources: drafts.filter(draft => draft.kind === 'source'),
      views: drafts.filter(draft => draft.kind === 'view'),
      services: drafts.filter(draft => draft.kind === 'service'),
      others: drafts.filter(draft => draft.kind === 'other'),
      copies: this.#copies,
      unresolved: [...this.#unresolved.values()],
    };
  }
}

/**
 * Collects the globals of modules as Feast's `parse_repo` does: by identity, names
 * in order, with the sources that views and stream sources hold.
 */
export function collectDrafts(scopes: readonly Scope[]): CollectedDrafts {
  const collector = new Collector();
  for (const scope of scopes) {
    for (const name of [...scope.bindings.keys()].sort()) {
      const binding = scope.bindings.get(name);
      if (binding) collector.add(name, binding);
    }
  }
  return collector.result();
}
