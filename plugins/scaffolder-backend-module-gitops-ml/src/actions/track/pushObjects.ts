import { DvcRemoteClient } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { PushRemote } from './findRemote';
import { TrackedObject } from './measureTarget';

/** Whether all objects are on the remote now, and if not, why. */
export type PushResult =
  | { pushed: true; sent: number; present: number }
  | { pushed: false; reason: string };

/** Uploads at once; more gain nothing on one remote. */
const PARALLEL = 8;

/** Puts objects on the remote, the last one only after all others. */
export async function pushObjects(options: {
  client: DvcRemoteClient;
  remote: PushRemote;
  objects: readonly TrackedObject[];
  signal?: AbortSignal;
}): Promise<PushResult> {
  const { objects } = options;
  const count = { sent: 0, present: 0 };
  const batches: TrackedObject[][] = [];
  for (let index = 0; index < objects.length - 1; index += PARALLEL) {
    const end = Math.min(index + PARALLEL, objects.length - 1);
    batches.push(objects.slice(index, end));
  }
  batches.push(objects.slice(-1));
  for (const batch of batches) {
    const answers = await Promise.all(
      batch.map(object => pushObject(options, object)),
    );
    for (const answer of answers) {
      if (answer.status === 'pushed') count.sent += 1;
      else if (answer.status === 'present') count.present += 1;
      else return { pushed: false, reason: answer.message };
    }
  }
  return { pushed: true, ...count };
}

async function pushObject(
  options: Parameters<typeof pushObjects>[0],
  object: TrackedObject,
) {
  const { client, remote, signal } = options;
  return client.putObject(
    remote.url,
    {
      hash: { algorithm: 'md5', value: object.md5 },
      content: await object.open(),
      method: remote.method,
    },
    signal,
  );
}
