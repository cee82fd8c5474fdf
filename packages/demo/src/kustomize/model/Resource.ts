import { isJsonObject, Json, JsonObject } from '@gitops-ml/core';
import { Gvk, parseGvk } from './Gvk';
import { effectiveNamespace, isSameId, ResourceId } from './ResourceId';

/** What a generator's result does to one of the same name. */
type Behavior = 'create' | 'merge' | 'replace';

/** A manifest on its way through an overlay, with the names that it had. */
export class Resource {
  /** What it was called, oldest first: references and selectors may use these names. */
  previousIds: ResourceId[] = [];
  prefixes: string[] = [];
  suffixes: string[] = [];
  /** Does its name end on a hash of what it holds? */
  needsHash = false;
  behavior: Behavior | undefined;

  constructor(
    public object: JsonObject,
    /** The file that it, or its generator, comes from. */
    readonly path: string,
  ) {}

  get gvk(): Gvk {
    return parseGvk(textOf(this.object.apiVersion), textOf(this.object.kind));
  }

  get name(): string {
    return textOf(this.metadata.name);
  }

  get namespace(): string {
    return textOf(this.metadata.namespace);
  }

  get metadata(): JsonObject {
    const { metadata } = this.object;
    if (isJsonObject(metadata)) return metadata;
    const made: JsonObject = {};
    this.object.metadata = made;
    return made;
  }

  get id(): ResourceId {
    return { ...this.gvk, name: this.name, namespace: this.namespace };
  }

  /** What it was called in the file that it comes from. */
  get originalId(): ResourceId {
    return this.previousIds[0] ?? this.id;
  }

  /** What it is called, and was. */
  get ids(): ResourceId[] {
    return [this.id, ...this.previousIds];
  }

  hasId(id: ResourceId): boolean {
    return this.ids.some(each => isSameId(each, id));
  }

  /** To be called before its name or namespace changes. */
  keepId(): void {
    this.previousIds.push({
      ...this.id,
      namespace: effectiveNamespace(this.id),
    });
  }

  labels(): Record<string, string> {
    return textsOf(this.metadata.labels);
  }

  annotations(): Record<string, string> {
    return textsOf(this.metadata.annotations);
  }

  setTexts(
    field: 'labels' | 'annotations',
    texts: Record<string, string>,
  ): void {
    if (Object.keys(texts).length > 0) this.metadata[field] = texts;
    else delete this.metadata[field];
  }
}

function textOf(value: Json | undefined): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}

function textsOf(value: Json | undefined): Record<string, string> {
  const texts = isJsonObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    texts.map(([key, text]) => [key, text === null ? 'null' : textOf(text)]),
  );
}
