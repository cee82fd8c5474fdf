import { KustomizeError } from '../KustomizeError';
import { limits } from '../limits';
import { mergeConfigs, TransformerConfig } from './TransformerConfig';
import { formatId, isSameId } from './ResourceId';
import { Resource } from './Resource';

/** The resources of a kustomization so far, and the fields that its transformers know. */
export class Accumulator {
  resources: Resource[] = [];

  constructor(public config: TransformerConfig) {}

  /** Throws `KustomizeError` where there is one of that name. */
  append(resource: Resource): void {
    const { id, path } = resource;
    if (this.resources.some(each => isSameId(each.id, id))) {
      throw new KustomizeError(
        `may not add resource with an already registered id: ${formatId(id)}`,
        path,
      );
    }
    if (this.resources.length >= limits.resources) {
      throw new KustomizeError(
        `more than ${limits.resources} resources: too many for the demo`,
        path,
      );
    }
    this.resources.push(resource);
  }

  addConfig(config: TransformerConfig): void {
    this.config = mergeConfigs(this.config, config);
  }

  merge(other: Accumulator): void {
    for (const resource of other.resources) this.append(resource);
    this.addConfig(other.config);
  }

  /** Adds what a generator made, or puts it in the place of one of that name. */
  absorb(made: Resource): void {
    const matches = this.resources.filter(each => each.hasId(made.id));
    const isCreated = made.behavior === 'create';
    const [old] = matches;
    if (matches.length > 1) {
      throw new KustomizeError(
        `found multiple objects that could accept merge of ${formatId(
          made.id,
        )}`,
        made.path,
      );
    }
    if (!old && isCreated) {
      this.append(made);
    } else if (!old) {
      throw new KustomizeError(
        `id ${formatId(made.id)} does not exist; cannot merge or replace`,
        made.path,
      );
    } else if (isCreated) {
      throw new KustomizeError(
        `id ${formatId(
          made.id,
        )} exists; can not use behavior: 'create', behavior must be merge or replace`,
        made.path,
      );
    } else {
      this.resources[this.resources.indexOf(old)] = succeed(made, old);
    }
  }
}

/** A generated resource with the name, and for `merge` the data, of the one before it. */
function succeed(made: Resource, old: Resource): Resource {
  const { object, metadata } = made;
  made.setTexts('labels', { ...old.labels(), ...made.labels() });
  made.setTexts('annotations', { ...old.annotations(), ...made.annotations() });
  metadata.name = old.name;
  if (old.namespace) metadata.namespace = old.namespace;
  else delete metadata.namespace;
  if (made.behavior === 'merge') {
    for (const field of ['data', 'binaryData']) {
      const data = Object.assign({}, old.object[field], object[field]);
      if (Object.keys(data).length > 0) object[field] = data;
    }
  }
  made.previousIds = old.previousIds;
  made.prefixes = old.prefixes;
  made.suffixes = old.suffixes;
  made.behavior = old.behavior;
  made.needsHash &&= old.needsHash;
  return made;
}
