import fs from 'node:fs/promises';
import path from 'node:path';
import { ClusterStore } from '../cluster/ClusterStore';
import { Timeline } from '../createTimeline';
import { BackstageClient } from './backstage/BackstageClient';
import { forgetEntity } from './backstage/forgetEntity';
import { ReleaseMemory } from './backstage/ReleaseMemory';
import { runTask } from './backstage/runTask';
import { ENVIRONMENTS, readTaskValues, TEMPLATE } from './backstage/taskValues';
import { deployStory } from './delivery/deployStory';
import { forgetDeployment } from './delivery/forgetDeployment';
import { listOutcomes } from './delivery/listOutcomes';
import { deleteRepository, hasRepository } from './repository/forgeApi';
import { DvcObjects } from './repository/DvcObjects';
import { GitFolder } from './repository/GitFolder';
import { SeedMarker } from './SeedMarker';
import { FRAUD_DETECTOR_STORY } from './story/fraudDetectorStory';
import { toDate } from './story/toDate';

/** What the seed is told. @public */
export interface SeedOptions {
  /** The demo's folder: the marker and the working clone are kept there. */
  directory: string;
  backstageUrl: string;
  forge: {
    url: string;
    organisation: string;
    username: string;
    password: string;
  };
  /** The base of the DVC remotes: a repository's is `<url>/<name>`. */
  dvcRemote: { url: string; username: string; password: string };
  /** What Argo CD deploys to, and the time by which it does. */
  world: { store: ClusterStore; timeline: Timeline };
  /** Told of what is being done. */
  say: (line: string) => void;
  /** The day on which the story is told. Default: today. */
  now?: Date;
}

const NAME = 'fraud-detector';
const namespaces = ENVIRONMENTS.map(name => `${NAME}-${name}`);
const taskLimitSeconds = 180;
/** How long Backstage is waited for, after a commit and after all together. */
const memoryLimits = {
  firstLimitMs: 12_000,
  limitMs: 3000,
  budgetMs: 20_000,
};

/**
 * Makes the demo's example once: the template makes its repository, then ten weeks of
 * history are committed on it, each commit at its own time, at which the world deploys
 * it. A seed that was cut off begins anew. Answers whether there is one now: not where
 * somebody else's repository has its name.
 * @public
 */
export async function seedDemo(options: SeedOptions): Promise<boolean> {
  const { forge, say } = options;
  const repository = { ...forge, name: NAME };
  const marker = new SeedMarker(path.join(options.directory, 'seed.json'));
  const state = await marker.read();
  if (state === 'done') return true;
  const client = new BackstageClient(options.backstageUrl);
  if (state === 'begun') {
    say('an earlier start was cut off: beginning anew');
    await forgetEntity(client, `${forge.url}/${forge.organisation}/${NAME}/`);
    const project = `ml-${NAME}`;
    forgetDeployment(options.world.store, { project, namespaces });
    await deleteRepository(repository);
  } else if (await hasRepository(repository)) {
    return false;
  }
  await marker.write('begun');
  const { timeline } = options.world;
  const { now = new Date() } = options;
  timeline.stand(toDate(FRAUD_DETECTOR_STORY.beginning, now));
  try {
    await runTask(
      client,
      {
        templateRef: TEMPLATE,
        values: await readTaskValues(client, options, NAME),
      },
      { say, limitSeconds: taskLimitSeconds },
    );
    await writeHistory(options, client, now);
  } finally {
    timeline.follow();
  }
  await marker.write('done');
  return true;
}

async function writeHistory(
  options: SeedOptions,
  client: BackstageClient,
  now: Date,
): Promise<void> {
  const { directory, forge, dvcRemote, say } = options;
  const { timeline, store } = options.world;
  const memory = new ReleaseMemory({
    client,
    component: NAME,
    ...memoryLimits,
  });
  const clone = path.join(directory, 'seed');
  await fs.rm(clone, { recursive: true, force: true });
  const url = `${forge.url}/${forge.organisation}/${NAME}.git`;
  const folder = await GitFolder.clone(url, clone);
  const { username, password } = forge;
  await deployStory(
    {
      story: FRAUD_DETECTOR_STORY,
      folder,
      objects: new DvcObjects({
        ...dvcRemote,
        url: `${dvcRemote.url}/${NAME}`,
      }),
      artifact: NAME,
      now,
      say,
    },
    {
      pushUrl: url.replace('//', `//${username}:${password}@`),
      timeline,
      onDeployed: () => memory.waitFor(listOutcomes(store, namespaces)),
    },
  );
  await fs.rm(clone, { recursive: true, force: true });
}
