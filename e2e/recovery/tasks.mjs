// Tasks of the template, started and asked for as the Create page does it. What
// a task says is read from the database: the API looks only once a second.

import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { signIn } from '../demoWorld.mjs';

const limitMilliseconds = 90_000;
const tasksPath = '/api/scaffolder/v2/tasks';

/** Asks until there is an answer, and answers it. */
export async function waitFor(what, ask, pollMilliseconds = 200) {
  const end = Date.now() + limitMilliseconds;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await sleep(pollMilliseconds);
  }
}

/** Asks Backstage as its guest. */
export async function send({ url }, method, where, body) {
  const response = await fetch(`${url}${where}`, {
    method,
    headers: {
      ...(await signIn({ url })),
      'content-type': 'application/json',
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${where}: ${response.status} ${text}`);
  }
  return text ? JSON.parse(text) : undefined;
}

/** What somebody would fill in. */
const createValues = (name, { urls, organisation, argocdInstance }) => ({
  name,
  owner: 'group:default/ml-team',
  description: 'Is killed, and comes back',
  environments: ['staging', 'production'].map(environment => ({
    name: environment,
    instance: argocdInstance,
    cluster: 'in-cluster',
    namespace: `${name}-${environment}`,
  })),
  dvcRemote: urls.dvcRemote,
  repoUrl: `${new URL(urls.forge).host}?owner=${organisation}&repo=${name}`,
});

/** Starts a task once the catalog has the template; answers its id. */
export async function startTask(backstage, world, name) {
  const template = '/api/catalog/entities/by-name/template/default/ml-monorepo';
  await waitFor('the template', () =>
    send(backstage, 'GET', template).catch(() => undefined),
  );
  const { id } = await send(backstage, 'POST', tasksPath, {
    templateRef: 'template:default/ml-monorepo',
    values: createValues(name, world),
  });
  return id;
}

/** What the button Retry does. */
export const retryTask = (backstage, id) =>
  send(backstage, 'POST', `${tasksPath}/${id}/retry`, {});

/** Waits until a task has ended; answers how. */
export async function waitForEnd(backstage, id) {
  return waitFor(`the end of task ${id}`, async () => {
    const { status } = await send(backstage, 'GET', `${tasksPath}/${id}`);
    return ['completed', 'failed'].includes(status) && status;
  });
}

/** The scaffolder's database, read while the back end writes it. */
export function openTaskDatabase(directory) {
  const database = new DatabaseSync(
    path.join(directory, 'db', 'scaffolder.sqlite'),
    { readOnly: true, timeout: 5000 },
  );
  const select = database.prepare(
    'select event_type as type, body from task_events where task_id = ? order by id',
  );
  const secrets = database.prepare('select secrets from tasks where id = ?');
  return {
    /** All that a task ever said, also what a recovery hides from the API. */
    events: id =>
      select.all(id).map(({ type, body }) => ({ type, ...JSON.parse(body) })),
    hasSecrets: id => secrets.get(id).secrets !== null,
    close: () => database.close(),
  };
}
