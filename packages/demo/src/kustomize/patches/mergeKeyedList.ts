import { isJsonObject, Json } from '@gitops-ml/core';
import { parsePlainScalar } from '../loading/parseYaml';

type Merge = (
  one: Json | undefined,
  other: Json | undefined,
) => Json | undefined;

/** The values of the keys of an element; empty where it does not have one. */
type Values = string[];

/**
 * Merges two lists element by element (kyaml/yaml/walk/associative_sequence):
 * the patch's elements come first, and its order wins. With several keys an
 * element that lacks one is the same as any that agrees in the others.
 */
export function mergeKeyedList(
  target: Json[],
  patch: Json[] | undefined,
  keys: readonly string[],
  merge: Merge,
): Json[] {
  const all = unify(listValues([...(patch ?? []), ...target], keys));
  const used = keys.filter((_, index) => all.some(values => values[index]));
  const valid = used.length === 0 ? [...keys] : used;
  const merged: Json[] = [];
  let left = target;
  for (const values of all) {
    const known = keys.filter((_, index) => values[index]);
    const own = known.length === 0 ? valid : known;
    const wanted = own.map(key => values[keys.indexOf(key)]);
    const element = merge(
      findElement(left, own, wanted),
      patch && findElement(patch, own, wanted),
    );
    const validValues = valid.map(key => values[keys.indexOf(key)]);
    if (isEmpty(element)) {
      left = left.filter(
        each => !isEmpty(each) && !hasValues(each, valid, validValues),
      );
      continue;
    }
    completeKeys(element, valid, validValues);
    setElement(merged, element, valid, validValues);
  }
  return all.length === 0 ? left : appendRest(merged, left, valid);
}

function completeKeys(element: Json, keys: string[], values: Values): void {
  if (!isJsonObject(element)) return;
  keys.forEach((key, index) => {
    if (element[key] === undefined && values[index] !== '') {
      element[key] = parsePlainScalar(values[index]);
    }
  });
}

function isEmpty(value: Json | undefined): value is undefined | null {
  return (
    value === undefined ||
    value === null ||
    (isJsonObject(value) && Object.keys(value).length === 0)
  );
}

function textOf(value: Json | undefined): string {
  return value === undefined || value === null || typeof value === 'object'
    ? ''
    : String(value);
}

function listValues(elements: Json[], keys: readonly string[]): Values[] {
  const seen = new Map<string, Values>();
  for (const each of elements) {
    const values = keys.map(key =>
      isJsonObject(each) ? textOf(each[key]) : '',
    );
    const id = JSON.stringify(values);
    if (!seen.has(id)) seen.set(id, values);
  }
  return [...seen.values()];
}

/** Gives values that mean the same element the same form. */
function unify(list: Values[]): Values[] {
  if (list.length === 0 || list[0].length < 2) return list;
  const unified = [...list];
  for (let one = 0; one < unified.length; one += 1) {
    for (let other = 0; other < unified.length; other += 1) {
      const common = findCommon(unified[one], unified[other]);
      if (!common) continue;
      unified[one] = common;
      unified[other] = common;
    }
  }
  return unified;
}

function findCommon(one: Values, other: Values): Values | undefined {
  const isSame = one.some((value, index) => value === other[index]);
  const differs = one.some(
    (value, index) => value && other[index] && value !== other[index],
  );
  if (!isSame || differs) return undefined;
  return one.map((value, index) => value || other[index]);
}

function hasValues(
  element: Json,
  keys: readonly string[],
  values: Values,
): boolean {
  return (
    isJsonObject(element) &&
    values.every((value, index) => isValue(element[keys[index]], value))
  );
}

// An empty value takes any, but not none.
function isValue(value: Json | undefined, wanted: string): boolean {
  return wanted === '' ? value !== undefined : textOf(value) === wanted;
}

function findElement(
  list: Json[],
  keys: readonly string[],
  values: Values,
): Json | undefined {
  return list.find(each => hasValues(each, keys, values));
}

function setElement(
  list: Json[],
  element: Json,
  keys: readonly string[],
  values: Values,
): void {
  let found = false;
  list.forEach((each, index) => {
    if (!hasValues(each, keys, values)) return;
    found = true;
    list[index] = element;
  });
  if (!found) list.push(element);
}

/** Behind what the patch has come the target's elements, each in its place if it is there already. */
function appendRest(merged: Json[], target: Json[], keys: string[]): Json[] {
  let list = merged;
  for (const element of target) {
    const all = keys.map(key => (isJsonObject(element) ? element[key] : null));
    const values = all.filter(value => !isMissing(value)).map(textOf);
    for (const value of all) if (isMissing(value)) list.push(element);
    if (keys.length > 1) {
      list = list.filter(each => !hasValues(each, keys, values));
    }
    setElement(list, element, keys, values);
  }
  return list;
}

function isMissing(value: Json | undefined): boolean {
  return value === undefined || value === null;
}
