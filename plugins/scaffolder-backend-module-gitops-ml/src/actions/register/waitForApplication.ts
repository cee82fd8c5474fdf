import { setTimeout as sleep } from 'node:timers/promises';
import { createError } from './createError';
import {
  findApplicationSetError,
  judgeApplication,
  Judgement,
} from './judgeApplication';
import { RegisteredEnvironment, Wait } from './Registration';
import { explain, RegistrationContext } from './RegistrationContext';

/** How long and how often to look. Milliseconds. */
interface Patience {
  /** The limit that all environments of the step share. */
  timeoutMs: number;
  /** When it ends, by `performance.now()`. */
  end: number;
  intervalMs: number;
  signal?: AbortSignal;
}

/**
 * Looks at an environment's Application until it is synced, or healthy too. Logs
 * each change. Throws in Argo CD's words when it fails, and at the time limit.
 */
export async function waitForApplication(
  context: RegistrationContext,
  environment: RegisteredEnvironment,
  wait: Exclude<Wait, 'none'>,
  patience: Patience,
): Promise<void> {
  const { logger, made } = context;
  const title = `${environment.application} on Argo CD "${context.instance.name}"`;
  let last: string | undefined;
  for (;;) {
    const seen = await lookAt(context, environment, wait);
    if (seen.text !== last) logger.info(`${title}: ${seen.text}`);
    last = seen.text;
    if (seen.state === 'done') return;
    if (seen.state === 'failed') {
      throw createError('request', `${title} fails: ${seen.text}`, made);
    }
    if (performance.now() >= patience.end) {
      const limit = `${patience.timeoutMs / 1000} s`;
      throw createError(
        'request',
        `${title} is not ${wait} after ${limit}: ${seen.text}`,
        made,
      );
    }
    await sleep(patience.intervalMs, undefined, { signal: patience.signal });
  }
}

async function lookAt(
  context: RegistrationContext,
  environment: RegisteredEnvironment,
  wait: Exclude<Wait, 'none'>,
): Promise<Judgement> {
  const { client, registration } = context;
  const answer = await client.getApplicationStatus(
    environment.application,
    registration.project.name,
  );
  if (answer.ok) return judgeApplication(answer.value, wait);
  const { kind, message } = answer.failure;
  if (kind === 'unreachable') {
    return { state: 'waiting', text: `Argo CD can not be reached: ${message}` };
  }
  if (kind !== 'not-found') throw explain(context, answer.failure);
  const error = await findSetError(context);
  return error === undefined
    ? { state: 'waiting', text: 'not made yet' }
    : { state: 'failed', text: error };
}

async function findSetError(
  context: RegistrationContext,
): Promise<string | undefined> {
  const { client, registration } = context;
  if (registration.workload.kind !== 'application-set') return undefined;
  const { name } = registration.workload.manifest.metadata;
  const answer = await client.getApplicationSet(name);
  return answer.ok
    ? findApplicationSetError(answer.value.status?.conditions)
    : undefined;
}
