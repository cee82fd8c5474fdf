import { FeatureChangeView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeFeatureStep } from './describeFeatureStep';
import { nameProperty } from './describeProperty';

/** A count with its sign. */
interface SignedCount {
  tone: 'added' | 'removed' | 'changed';
  text: string;
}

/** A view's last change in a cell: counts where features came, went or have another type. */
interface LastChange {
  counts: SignedCount[];
  /** What changed beside the features; or what kind of change it was. */
  words: string | undefined;
  hint: string;
}

const KINDS: Record<string, { words: string; hint: string }> = {
  added: { words: 'new', hint: 'The commit that defined it first.' },
  moved: {
    words: 'moved',
    hint: 'Only written in another file; the definition is the same.',
  },
};

export function describeLastChange(change: FeatureChangeView): LastChange {
  const kind = KINDS[change.change];
  if (kind) return { counts: [], ...kind };
  const counts: [SignedCount['tone'], string, number][] = [
    ['added', '+', change.added.length],
    ['removed', '−', change.removed.length],
    ['changed', '~', change.changed.length],
  ];
  const words = change.properties.map(({ name }) => nameProperty(name));
  return {
    counts: counts
      .filter(([, , count]) => count > 0)
      .map(([tone, sign, count]) => ({ tone, text: `${sign}${count}` })),
    words: words.length > 0 ? `${words.join(', ')} changed` : undefined,
    hint: describeFeatureStep(change)
      .map(({ word, name, detail }) => `${word} ${name}: ${detail}`)
      .join('; '),
  };
}
