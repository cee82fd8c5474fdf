import { mockServices } from '@backstage/backend-test-utils';
import { isError } from '@backstage/errors';
import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject } from '@backstage/types';

/** What one run of an action said and gave. */
export interface ActionRun {
  /** Log lines in their order, whatever their level. */
  lines: string[];
  outputs: Record<string, unknown>;
  /** Keys with their values, as they would be stored. */
  checkpoints: Record<string, unknown>;
  /** `<name>: <message>` of what it threw. */
  error: string | undefined;
}

/** Runs an action as a template's step would, and takes down what it does. */
export async function runAction<I extends JsonObject, O extends JsonObject>(
  action: TemplateAction<I, O, 'v2'>,
  input: I,
  options: { workspacePath?: string; isDryRun?: boolean } = {},
): Promise<ActionRun> {
  const lines: string[] = [];
  const outputs: Record<string, unknown> = {};
  const checkpoints: Record<string, unknown> = {};
  const logger = mockServices.logger.mock();
  for (const level of ['error', 'warn', 'info', 'debug'] as const) {
    logger[level].mockImplementation(line => lines.push(line));
  }
  const run: ActionRun = { lines, outputs, checkpoints, error: undefined };
  const context = createMockActionContext<I, O>({
    input,
    workspacePath: options.workspacePath ?? '/no-workspace',
  });
  try {
    await action.handler({
      ...context,
      logger,
      isDryRun: options.isDryRun,
      output: (name, value) => {
        outputs[String(name)] = value;
      },
      checkpoint: async ({ key, fn }) => {
        const value = await fn();
        checkpoints[key] = value;
        return value;
      },
    });
  } catch (error) {
    run.error = isError(error) ? `${error.name}: ${error.message}` : 'no error';
  }
  return run;
}
