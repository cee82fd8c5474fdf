import { isJsonObject, Json } from '@gitops-ml/core';
import { Image } from '../loading/kustomizationSchema';
import { Accumulator } from '../model/Accumulator';
import { matchesSomewhere } from './goRegex';
import { visitField } from './visitField';

/** `images:` (api/filters/imagetag). */
export function setImages(accumulator: Accumulator, images: Image[]): void {
  const { resources, config } = accumulator;
  for (const image of images) {
    for (const resource of resources) {
      if (resource.gvk.kind === 'CustomResourceDefinition') continue;
      visitContainers(resource.object, image);
      for (const spec of config.images) {
        visitField(resource, spec, {
          update: value => replaceImage(value, image),
        });
      }
    }
  }
}

/** Containers are found by their name, too, in whatever kind and however deep. */
function visitContainers(value: Json, image: Image): void {
  if (Array.isArray(value)) {
    value.forEach(each => visitContainers(each, image));
  }
  if (!isJsonObject(value)) return;
  for (const [key, each] of Object.entries(value)) {
    visitContainers(each, image);
    if (key === 'containers' || key === 'initContainers') {
      replaceInList(each, image);
    }
  }
}

function replaceInList(containers: Json, image: Image): void {
  if (!Array.isArray(containers)) return;
  for (const container of containers) {
    if (isJsonObject(container) && container.image !== undefined) {
      container.image = replaceImage(container.image, image);
    }
  }
}

function replaceImage(value: Json, image: Image): Json {
  // The name is a pattern to kustomize: a dot in it takes any letter.
  const pattern = `^${image.name}(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$`;
  if (typeof value !== 'string' || !matchesSomewhere(pattern, value)) {
    return value;
  }
  const old = splitImage(value);
  const name = image.newName || old.name;
  const isReplaced = image.newTag !== '' || image.digest !== '';
  const { tag, digest } = isReplaced
    ? { tag: image.newTag, digest: image.digest }
    : old;
  return `${name}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`;
}

function splitImage(value: string): {
  name: string;
  tag: string;
  digest: string;
} {
  const start = Math.max(value.indexOf('/'), 0);
  const at = value.indexOf('@', start);
  const end = at < 0 ? value.length : at;
  const colon = value.slice(0, end).indexOf(':', start);
  return {
    name: value.slice(0, colon < 0 ? end : colon),
    tag: colon < 0 ? '' : value.slice(colon + 1, end),
    digest: at < 0 ? '' : value.slice(at + 1),
  };
}
