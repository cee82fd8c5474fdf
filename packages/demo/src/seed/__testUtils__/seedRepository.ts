import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { TestRepository } from '@gitops-ml/git/testUtils';
import { startDvcRemote } from '../../dvcRemote/startDvcRemote';
import { ENVIRONMENTS } from '../backstage/taskValues';
import { formatPointer } from '../dvc/formatPointer';
import { hashPath } from '../dvc/hashes';
import { DvcObjects } from '../repository/DvcObjects';
import { GitFolder } from '../repository/GitFolder';
import { RAW_DATA } from '../story/applyChange';
import { FRAUD_DETECTOR_STORY } from '../story/fraudDetectorStory';
import { tellStory } from '../story/tellStory';
import { bakeTemplate } from './bakeTemplate';

const NAME = 'fraud-detector';
const account = { username: 'demo', password: 'demo-password' };

/** A repository on which the story was told, and its remote. */
export interface SeededRepository {
  name: string;
  repository: TestRepository;
  /** The commit that the template made, with its new date. */
  beginning: string;
  commits: Map<string, string>;
  remoteUrl: string;
  close(): Promise<void>;
}

// What gitops-ml:dvc:track does of it.
function track(files: Map<string, Buffer>): Buffer {
  const bytes = files.get(RAW_DATA);
  if (!bytes) throw new Error('the skeleton has no sample data');
  const pointer = formatPointer(RAW_DATA, hashPath(files, RAW_DATA));
  files.set(`${RAW_DATA}.dvc`, Buffer.from(pointer));
  files.set('data/raw/.gitignore', Buffer.from('/transactions.csv\n'));
  files.delete(RAW_DATA);
  return bytes;
}

/** Makes the template's repository below `folder`, its data on the remote. */
export async function createRepository(
  folder: string,
  template: string,
  options: { dvcRemoteUrl: string; cloneUrl?: string; objects: DvcObjects },
): Promise<TestRepository> {
  const { objects, ...urls } = options;
  const workspace = path.join(folder, 'workspace');
  mkdirSync(workspace);
  const files = await bakeTemplate(template, workspace, {
    ...urls,
    name: NAME,
    environments: ENVIRONMENTS.map(name => ({
      name,
      instance: 'demo',
      cluster: 'in-cluster',
      namespace: `${NAME}-${name}`,
    })),
  });
  await objects.store(track(files));
  const repository = new TestRepository(path.join(folder, 'origin'));
  repository.commit('Create the repository', Object.fromEntries(files));
  return repository;
}

/** Makes the template's repository in `folder` and tells the story on it. */
export async function seedRepository(
  folder: string,
  template: string,
  now: Date,
): Promise<SeededRepository> {
  const remote = await startDvcRemote({
    ...account,
    directory: path.join(folder, 'remote'),
    port: 0,
    onError: error => {
      throw error;
    },
  });
  const remoteUrl = `${remote.url}/${NAME}`;
  const objects = new DvcObjects({ ...account, url: remoteUrl });
  const repository = await createRepository(folder, template, {
    dvcRemoteUrl: remoteUrl,
    objects,
  });
  repository.git('config', 'receive.denyCurrentBranch', 'ignore');
  const clone = await GitFolder.clone(
    repository.directory,
    path.join(folder, 'clone'),
  );
  const commits = await tellStory({
    story: FRAUD_DETECTOR_STORY,
    folder: clone,
    objects,
    artifact: NAME,
    now,
    say: () => {},
  });
  await clone.replaceAt(repository.directory);
  const beginning = repository.git('rev-list', '--max-parents=0', 'main');
  return {
    name: NAME,
    repository,
    beginning,
    commits,
    remoteUrl,
    close: () => remote.close(),
  };
}
