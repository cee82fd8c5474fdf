import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ArgoCdAnswer,
  ArgoCdClient,
  ArgoCdFailure,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { createError } from './createError';
import { describeFailure } from './describeFailure';
import { Registration } from './Registration';

/** One instance's registration, with what it takes to carry it out. */
export interface RegistrationContext {
  registration: Registration;
  instance: { name: string; url: string };
  client: ArgoCdClient;
  logger: LoggerService;
  /** What this run made so far, on all instances. */
  made: string[];
}

/** The value of an answer; throws what a failure means, and what was made before. */
export function unwrap<T>(
  context: RegistrationContext,
  answer: ArgoCdAnswer<T>,
): T {
  if (answer.ok) return answer.value;
  throw explain(context, answer.failure);
}

/** The error that a failure means. */
export function explain(
  context: RegistrationContext,
  failure: ArgoCdFailure,
): Error {
  const { thing, text } = describeFailure(failure, {
    instance: context.instance,
    project: context.registration.project.name,
  });
  return createError(thing, text, context.made);
}
