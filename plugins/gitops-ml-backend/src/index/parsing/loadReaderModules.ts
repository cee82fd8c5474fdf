import { createRequire } from 'node:module';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import { Reader } from '@gitops-ml/core';

/** The readers of CommonJS modules; throws where a module exports none. */
export function loadReaderModules(modulePaths: readonly string[]): Reader[] {
  return modulePaths.flatMap(modulePath => {
    const module: unknown = createRequire(path.resolve(modulePath))(modulePath);
    if (!hasReaders(module)) {
      throw new InputError(`${modulePath} exports no list named readers`);
    }
    return module.readers;
  });
}

function hasReaders(module: unknown): module is { readers: Reader[] } {
  return (
    typeof module === 'object' &&
    module !== null &&
    'readers' in module &&
    Array.isArray(module.readers)
  );
}
