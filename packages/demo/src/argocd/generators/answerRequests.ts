import { Asking } from '@gitops-ml/core';
import { GeneratorContext } from './GeneratorContext';
import { readRepository } from './readRepository';

/** Runs what asks for files of repositories. Throws what it throws. */
export async function answerRequests<T>(
  asking: Asking<T>,
  context: GeneratorContext,
): Promise<T> {
  let step = asking.next();
  while (!step.done) {
    step = await readRepository(step.value, context).then(
      files => asking.next(files),
      error => asking.throw(error),
    );
  }
  return step.value;
}
