import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  ArgoCdClient,
  ArgoCdInstance,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { readTimeout } from '../readTimeout';
import { examples } from './action.examples';
import { applyPlan } from './applyPlan';
import { createRegistrations } from './createRegistrations';
import { planInstances, RegisterRequest } from './planInstances';
import { readCredentials } from './readCredentials';
import { RegisteredEnvironment, RegisterInput } from './Registration';
import { RegistrationContext } from './RegistrationContext';
import { inputSchema, outputSchema } from './schema';
import { waitForApplication } from './waitForApplication';

/** What the action `gitops-ml:argocd:register` needs. */
interface ArgoCdRegisterActionOptions {
  fetch: typeof fetch;
  /** From `argocd.appLocatorMethods`. */
  instances: readonly ArgoCdInstance[];
  /** Milliseconds that one request to Argo CD may take. Default 20000. */
  timeoutMs?: number;
  /** Milliseconds between two looks at an Application. Default 1000. */
  intervalMs?: number;
}

/**
 * `gitops-ml:argocd:register`: registers a repository's environments with the
 * Argo CD instances they name. Reads before it writes; a second run changes nothing.
 */
export function createArgoCdRegisterAction(
  options: ArgoCdRegisterActionOptions,
) {
  return createTemplateAction({
    id: 'gitops-ml:argocd:register',
    description:
      'Registers a repository with Argo CD: for each instance an AppProject that allows this repository and exactly these destinations, and an ApplicationSet over its environment files, or one Application for each environment.',
    examples,
    supportsDryRun: true,
    schema: { input: inputSchema, output: outputSchema },
    async handler(ctx) {
      const { input, logger, signal, isDryRun } = ctx;
      const request: RegisterRequest = {
        onConflict: input.onConflict ?? 'fail',
        wait: input.wait ?? 'none',
        credentials: readCredentials(input.credentials),
      };
      const timeoutMs = readTimeout(input.timeout);
      const made: string[] = [];
      const contexts = createContexts(input, options, { logger, signal, made });

      // All instances are planned before anything is made on the first.
      const planned = await planInstances(contexts, request);
      if (isDryRun) {
        logger.info('This is a dry run: nothing is registered.');
      } else {
        for (const { context, plan } of planned) {
          await applyPlan(context, plan, request);
        }
      }

      const { wait } = request;
      if (wait !== 'none' && !isDryRun) {
        const end = performance.now() + timeoutMs;
        for (const { context, environment } of listEnvironments(contexts)) {
          const { instance } = context.registration;
          await ctx.checkpoint({
            key: `gitops-ml.argocd.register.${instance}.${environment.name}.${wait}`,
            fn: async () => {
              await waitForApplication(context, environment, wait, {
                timeoutMs,
                end,
                intervalMs: options.intervalMs ?? 1000,
                signal,
              });
              return true;
            },
          });
        }
      }

      ctx.output(
        'applications',
        listEnvironments(contexts).map(describeApplication),
      );
      ctx.output(
        'projects',
        contexts.map(({ registration }) => ({
          instance: registration.instance,
          name: registration.project.name,
        })),
      );
    },
  });
}

function createContexts(
  input: RegisterInput,
  options: ArgoCdRegisterActionOptions,
  shared: Pick<RegistrationContext, 'logger' | 'made'> & {
    signal?: AbortSignal;
  },
): RegistrationContext[] {
  const { instances, fetch: fetchFunction, timeoutMs } = options;
  const known = instances.map(({ name }) => name);
  return createRegistrations(input, known).flatMap(registration =>
    instances
      .filter(({ name }) => name === registration.instance)
      .map(instance => ({
        registration,
        instance,
        client: new ArgoCdClient({
          fetch: fetchFunction,
          instance,
          timeoutMs,
          signal: shared.signal,
        }),
        logger: shared.logger,
        made: shared.made,
      })),
  );
}

interface Placed {
  context: RegistrationContext;
  environment: RegisteredEnvironment;
}

function listEnvironments(contexts: RegistrationContext[]): Placed[] {
  return contexts.flatMap(context =>
    context.registration.environments.map(environment => ({
      context,
      environment,
    })),
  );
}

function describeApplication({ context, environment }: Placed) {
  const { registration, instance } = context;
  return {
    environment: environment.name,
    instance: registration.instance,
    name: environment.application,
    url: `${instance.url}/applications/argocd/${environment.application}`,
  };
}
