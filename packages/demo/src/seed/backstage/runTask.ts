import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod/v4';
import { BackstageClient } from './BackstageClient';

const createdSchema = z.object({ id: z.string() });
const taskSchema = z.object({ status: z.string() });

const eventSchema = z.object({
  id: z.number(),
  type: z.string(),
  body: z.looseObject({
    message: z.string().default(''),
    error: z.looseObject({ message: z.string() }).optional(),
  }),
});

type TaskEvent = z.infer<typeof eventSchema>;

const pollMilliseconds = 300;

// A log line may bring colours for a terminal.
// eslint-disable-next-line no-control-regex
const plain = (text: string) => text.replace(/\u001b\[[0-9;]*m/g, '').trim();

/** A task's own words about its failure: the error, behind the last lines of its log. */
function describeFailure(templateRef: string, log: readonly TaskEvent[]) {
  const lines = log.map(({ body }) => plain(body.message)).filter(Boolean);
  const error = log.map(({ body }) => body.error?.message).find(Boolean);
  return [
    `the task of ${templateRef} failed: ${error ?? lines.at(-1) ?? 'no word'}`,
    ...lines.slice(-10).map(line => `  ${line}`),
  ].join('\n');
}

const isOver = ({ type }: TaskEvent) => type === 'completion';

const readEvents = async (
  client: BackstageClient,
  path: string,
  after: number | undefined,
) =>
  (await client.ask(
    z.array(eventSchema),
    `${path}/events${after === undefined ? '' : `?after=${after}`}`,
  )) ?? [];

/**
 * Runs a template and waits until it is done. Throws with the task's own words
 * where it fails, and with the last of them where it takes longer than the limit.
 */
export async function runTask(
  client: BackstageClient,
  task: { templateRef: string; values: unknown },
  options: { say: (line: string) => void; limitSeconds: number },
): Promise<void> {
  const created = await client.ask(
    createdSchema,
    '/api/scaffolder/v2/tasks',
    task,
  );
  if (!created) throw new Error(`there is no template ${task.templateRef}`);
  const path = `/api/scaffolder/v2/tasks/${created.id}`;
  const log: TaskEvent[] = [];
  const end = Date.now() + options.limitSeconds * 1000;
  while (!log.some(isOver)) {
    if (Date.now() > end) {
      const words = describeFailure(task.templateRef, log);
      throw new Error(`not done within ${options.limitSeconds} s: ${words}`);
    }
    const events = await readEvents(client, path, log.at(-1)?.id);
    events.forEach(({ body }) => sayStep(plain(body.message), options.say));
    log.push(...events);
    if (events.length === 0) await sleep(pollMilliseconds);
  }
  const ended = await client.ask(taskSchema, path);
  if (ended?.status !== 'completed') {
    throw new Error(describeFailure(task.templateRef, log));
  }
}

function sayStep(message: string, say: (line: string) => void): void {
  const [, step] = /^Beginning step (.+)$/.exec(message) ?? [];
  if (step) say(step);
}
