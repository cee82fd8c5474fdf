import { Metadata } from '../contract';

/** The part of an object's metadata that is its maker's to say. */
export function userMetadata(metadata: Metadata): Metadata {
  const { name, labels, annotations, finalizers } = metadata;
  return {
    name,
    ...(labels && { labels }),
    ...(annotations && { annotations }),
    ...(finalizers && { finalizers }),
  };
}

/** Metadata of an object that is there, with what an upsert says laid over it. */
export function mergeMetadata(before: Metadata, after: Metadata): Metadata {
  const { finalizers: _dropped, ...kept } = before;
  return {
    ...kept,
    ...mergeTexts('labels', before, after),
    ...mergeTexts('annotations', before, after),
    ...(after.finalizers && { finalizers: after.finalizers }),
  };
}

function mergeTexts(
  key: 'labels' | 'annotations',
  before: Metadata,
  after: Metadata,
): Partial<Metadata> {
  const merged = { ...before[key], ...after[key] };
  return Object.keys(merged).length > 0 ? { [key]: merged } : {};
}
