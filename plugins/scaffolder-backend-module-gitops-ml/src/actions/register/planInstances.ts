import { RepositoryCredentials } from './applyPlan';
import { checkRights } from './checkRights';
import { createError } from './createError';
import { observeInstance } from './observeInstance';
import { describeStep, Plan, planRegistration } from './plan';
import { OnConflict, Wait } from './Registration';
import { RegistrationContext } from './RegistrationContext';
import { requiredRights, requiredUpdateRights } from './requiredRights';

/** How the registration is wanted. */
export interface RegisterRequest {
  onConflict: OnConflict;
  wait: Wait;
  credentials: RepositoryCredentials | undefined;
}

/** An instance with what is to be done on it. */
interface PlannedInstance {
  context: RegistrationContext;
  plan: Plan;
}

/**
 * Asks for rights, looks at what exists, and says what is to be done, on every
 * instance; changes nothing. Throws where anything forbids any of it.
 */
export async function planInstances(
  contexts: readonly RegistrationContext[],
  request: RegisterRequest,
): Promise<PlannedInstance[]> {
  const planned: PlannedInstance[] = [];
  for (const context of contexts) {
    const plan = await planInstance(context, request);
    planned.push({ context, plan });
  }
  const refusals = planned.flatMap(({ context, plan }) =>
    plan.refusals.map(
      refusal => `On Argo CD "${context.instance.name}": ${refusal}`,
    ),
  );
  if (refusals.length > 0) {
    const made = contexts.flatMap(context => context.made);
    throw createError('difference', refusals.join('\n'), made);
  }
  return planned;
}

async function planInstance(
  context: RegistrationContext,
  request: RegisterRequest,
): Promise<Plan> {
  const { registration, instance, logger } = context;
  const { onConflict, wait, credentials } = request;
  const hasCredentials = credentials !== undefined;
  const rights = requiredRights(registration, { wait, hasCredentials });
  await checkRights(context, rights);
  const seen = await observeInstance(context, onConflict);
  const plan = planRegistration(registration, seen, {
    onConflict,
    hasCredentials,
  });
  for (const step of plan.steps) {
    logger.info(`Plan for Argo CD "${instance.name}": ${describeStep(step)}`);
  }
  await checkRights(context, requiredUpdateRights(registration, plan));
  return plan;
}
