import { readPointer } from '../dvc/readPointer';
import { DvcObjects } from '../repository/DvcObjects';
import { GitFolder } from '../repository/GitFolder';
import { applyChange, RAW_DATA } from './applyChange';
import { nameTags } from './nameTags';
import { PEOPLE } from './people';
import { changedFiles, Snapshot, textOf } from './Snapshot';
import { BEGINNING, CommitStep, Story } from './Story';
import { toDate } from './toDate';

/** What is needed to tell a story on a repository that the template made. */
export interface Telling {
  story: Story;
  /** A clone with the template's commit and nothing else. */
  folder: GitFolder;
  objects: DvcObjects;
  /** The model's name in GTO's tags. */
  artifact: string;
  /** The day on which it is told. */
  now: Date;
  /** Told of each commit's message. */
  say: (line: string) => void;
  /** Waited for after each commit, the template's first. */
  onCommit?: (commit: { oid: string; date: Date }) => Promise<void>;
}

const isUnpushed = ({ changes }: CommitStep, path: string) =>
  path === RAW_DATA &&
  changes.some(change => change.kind === 'data' && change.unpushed);

/** Sends what a step made: what an earlier one did not send stays where it is. */
async function storeData(
  objects: DvcObjects,
  before: Snapshot,
  after: Snapshot,
  step: CommitStep,
): Promise<void> {
  for (const [path, bytes] of after.data) {
    const isNew = !before.data.get(path)?.equals(bytes);
    if (isNew && !isUnpushed(step, path)) await objects.store(bytes);
  }
}

/**
 * Commits the story's steps on a clone, whose objects go to the remote as they
 * arise; pushing the clone is for `onCommit`, or for whoever called this. Answers
 * each step's commit.
 */
export async function tellStory(
  telling: Telling,
): Promise<Map<string, string>> {
  const { story, folder, objects, now, onCommit } = telling;
  const files = await folder.files();
  const { md5 } = readPointer(
    textOf({ files, data: files }, `${RAW_DATA}.dvc`),
  );
  let snapshot: Snapshot = {
    files,
    data: new Map([[RAW_DATA, await objects.load(md5)]]),
  };
  // The scaffolder commits at the present moment, which would make its commit the
  // youngest of the history that stands on it: the same tree, at the beginning.
  const date = toDate(story.beginning, now);
  const author = await folder.author();
  const beginning = await folder.redate({ ...author, date });
  await onCommit?.({ oid: beginning, date });
  const commits = new Map<string, string>();
  const commitOf = (step: string) => {
    const oid = step === BEGINNING ? beginning : commits.get(step);
    if (!oid) throw new Error(`the story has no step ${step} before this one`);
    return oid;
  };
  const tags = nameTags(story.steps, telling.artifact);
  for (const step of story.steps) {
    const signature = { ...PEOPLE[step.author], date: toDate(step.when, now) };
    if (step.kind === 'tag') {
      const tag = tags.get(step);
      if (!tag) throw new Error('a tag without a name');
      const commit = commitOf(step.step);
      await folder.tag(tag.name, commit, tag.message, signature);
      continue;
    }
    telling.say(step.message.split('\n', 1)[0]);
    const before = snapshot;
    snapshot = step.changes.reduce(
      (done, change) => applyChange(done, change, commitOf),
      before,
    );
    await storeData(objects, before, snapshot, step);
    const changed = changedFiles(before, snapshot);
    const oid = await folder.commit(changed, step.message, signature);
    commits.set(step.id, oid);
    await onCommit?.({ oid, date: signature.date });
  }
  return commits;
}
