import { createError } from './createError';
import { explain, RegistrationContext } from './RegistrationContext';
import { describeRight, Right } from './requiredRights';

/** Asks Argo CD for each right, and throws once for all that are missing. */
export async function checkRights(
  context: RegistrationContext,
  rights: readonly Right[],
): Promise<void> {
  const missing: Right[] = [];
  for (const right of rights) {
    if ((await askRight(context, right)) === false) missing.push(right);
  }
  if (missing.length === 0) return;
  const { instance, made } = context;
  const noun = missing.length === 1 ? 'the right' : 'the rights';
  const list = missing.map(right => `"${describeRight(right)}"`).join(', ');
  throw createError(
    'right',
    `The account that Backstage uses at Argo CD "${instance.name}" (${instance.url}) lacks ${noun} ${list}`,
    made,
  );
}

/** `undefined` where Argo CD can't answer: no refusal, the call itself will tell. */
async function askRight(
  context: RegistrationContext,
  right: Right,
): Promise<boolean | undefined> {
  const { client, instance, logger } = context;
  const { resource, action, object } = right;
  const answer = await client.canI(resource, action, object);
  if (answer.ok) return answer.value;
  const { kind, message } = answer.failure;
  if (kind === 'unauthorized' || kind === 'unreachable') {
    throw explain(context, answer.failure);
  }
  const name = describeRight(right);
  logger.warn(
    `Argo CD "${instance.name}" does not say whether it allows "${name}": ${message}`,
  );
  return undefined;
}
