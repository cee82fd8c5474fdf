import { Document, isMap, isScalar, Scalar, visit } from 'yaml';

/** What stands behind a key with which nothing was written. */
export class EmptyValue {
  /** @param isInFlow - of `{a: }`, which kustomize takes for an empty text */
  constructor(readonly isInFlow: boolean) {}
}

/** Puts an `EmptyValue` behind each key of a document that has nothing behind it. */
export function markEmptyValues(document: Document.Parsed): void {
  visit(document, {
    Pair(_key, pair, path) {
      const { value } = pair;
      const map = path[path.length - 1];
      const isEmpty =
        value === null ||
        (isScalar(value) && value.value === null && !value.source);
      if (!isEmpty) return;
      if (isScalar(value) && value.anchor) return;
      const isInFlow = isMap(map) && map.flow === true;
      pair.value = new Scalar(new EmptyValue(isInFlow));
    },
  });
}
