import { Timeline } from '../../createTimeline';
import { tellStory, Telling } from '../story/tellStory';

interface Deployment {
  /** Where the story is pushed to, in the place of what is there. */
  pushUrl: string;
  timeline: Timeline;
  /** Waited for after each commit that was deployed. */
  onDeployed?: () => Promise<void>;
}

/**
 * Tells a story on a clone and pushes it commit by commit, each at its own time, at
 * which the world deploys it. Answers each step's commit. The timeline must stand.
 */
export async function deployStory(
  telling: Omit<Telling, 'onCommit'>,
  { pushUrl, timeline, onDeployed }: Deployment,
): Promise<Map<string, string>> {
  const push = () => telling.folder.replaceAt(pushUrl);
  const commits = await tellStory({
    ...telling,
    async onCommit({ date }) {
      timeline.moveTo(date);
      await push();
      await timeline.bringAbout();
      await onDeployed?.();
    },
  });
  // The tags behind the last commit.
  await push();
  return commits;
}
