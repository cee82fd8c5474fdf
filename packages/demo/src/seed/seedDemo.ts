import fs from 'node:fs/promises';
import path from 'node:path';
import { BackstageClient } from './backstage/BackstageClient';
import { forgetEntity } from './backstage/forgetEntity';
import { runTask } from './backstage/runTask';
import { readTaskValues, TEMPLATE } from './backstage/taskValues';
import { deleteRepository, hasRepository } from './repository/forgeApi';
import { DvcObjects } from './repository/DvcObjects';
import { GitFolder } from './repository/GitFolder';
import { SeedMarker } from './SeedMarker';
import { FRAUD_DETECTOR_STORY } from './story/fraudDetectorStory';
import { tellStory } from './story/tellStory';

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
  /** Told of what is being done. */
  say: (line: string) => void;
  /** The day on which the story is told. Default: today. */
  now?: Date;
}

const NAME = 'fraud-detector';
const taskLimitSeconds = 180;

/**
 * Makes the demo's example once: the template makes its repository, then ten weeks of
 * history are committed on it. A seed that was cut off begins anew. Answers whether
 * there is one now: not where somebody else's repository has its name.
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
    await deleteRepository(repository);
  } else if (await hasRepository(repository)) {
    return false;
  }
  await marker.write('begun');
  await runTask(
    client,
    {
      templateRef: TEMPLATE,
      values: await readTaskValues(client, options, NAME),
    },
    { say, limitSeconds: taskLimitSeconds },
  );
  await writeHistory(options);
  await marker.write('done');
  return true;
}

async function writeHistory(options: SeedOptions): Promise<void> {
  const { directory, forge, dvcRemote, say, now = new Date() } = options;
  const clone = path.join(directory, 'seed');
  await fs.rm(clone, { recursive: true, force: true });
  const url = `${forge.url}/${forge.organisation}/${NAME}.git`;
  const folder = await GitFolder.clone(url, clone);
  await tellStory({
    story: FRAUD_DETECTOR_STORY,
    folder,
    objects: new DvcObjects({ ...dvcRemote, url: `${dvcRemote.url}/${NAME}` }),
    artifact: NAME,
    now,
    say,
  });
  const { username, password } = forge;
  await folder.replaceAt(url.replace('//', `//${username}:${password}@`));
  await fs.rm(clone, { recursive: true, force: true });
}
