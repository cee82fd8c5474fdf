import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import { Template } from './contract';

const ID = 'test:output';

/** An action that answers its input: in the place of one that makes something outside. */
export const outputActionModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'test-output',
  register(env) {
    env.registerInit({
      deps: { actions: scaffolderActionsExtensionPoint },
      async init({ actions }) {
        actions.addActions(
          createTemplateAction({
            id: ID,
            supportsDryRun: true,
            schema: {
              input: { outputs: z => z.record(z.any()) },
              output: z => z.any(),
            },
            async handler(ctx) {
              for (const [name, value] of Object.entries(ctx.input.outputs)) {
                ctx.output(name, value);
              }
            },
          }),
        );
      },
    });
  },
});

/** The template with some steps' outputs given, by step. */
export function withOutputs(
  template: Template,
  outputs: Record<string, object>,
): Template {
  const steps = template.spec.steps.map(step =>
    step.id in outputs
      ? {
          ...step,
          action: ID,
          input: { outputs: { ...outputs[step.id], given: step.input } },
        }
      : step,
  );
  return { ...template, spec: { ...template.spec, steps } };
}
