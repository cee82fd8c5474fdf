import { StoryStep, TagStep } from './Story';

/** A tag as GTO makes it. */
interface NamedTag extends TagStep {
  name: string;
  message: string;
}

/**
 * The story's tags with GTO's names and messages; assignments of one artifact are
 * numbered through. Source: gto/tag.py (`name_tag`), gto/registry.py.
 */
export function nameTags(
  steps: readonly StoryStep[],
  artifact: string,
): Map<TagStep, NamedTag> {
  const tags = steps.filter((step): step is TagStep => step.kind === 'tag');
  let assignments = 0;
  return new Map(
    tags.map(tag => {
      const { stage, version } = tag;
      if (stage === undefined) {
        const message = `Registering artifact ${artifact} version ${version}`;
        return [tag, { ...tag, name: `${artifact}@${version}`, message }];
      }
      assignments += 1;
      const name = `${artifact}#${stage}#${assignments}`;
      const message = `Assigning stage ${stage} to artifact ${artifact} version ${version}`;
      return [tag, { ...tag, name, message }];
    }),
  );
}
