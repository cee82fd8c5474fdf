const PATH = /^\{\$?((?:\.[A-Za-z_]\w*)+)\}$/;

/** The value of `{$.roc_auc}`: names with dots between them, and nothing else. */
export function readJsonPath(object: unknown, path: string): unknown {
  const names = PATH.exec(path)?.[1].slice(1).split('.');
  if (!names) {
    throw new Error(
      `the demo cluster does not understand the jsonPath ${path}: only names as in {$.roc_auc}`,
    );
  }
  return names.reduce<unknown>((value, name) => {
    const isObject = typeof value === 'object' && value !== null;
    if (!isObject || !Object.hasOwn(value, name)) {
      throw new Error(`Could not find JSONPath in body: ${name} is not found`);
    }
    return Reflect.get(value, name);
  }, object);
}
