import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';

type Difference = EnvironmentView['runningDiffers'][number];

/** A mark beside a cell: how it drifts from another place. */
export interface Drift {
  kind: 'differs' | 'unknown';
  /** `4` where the text counts something, else nothing. */
  count: string;
  /** For the tooltip and the screen reader. */
  words: string;
}

/** `undefined` where nothing differs, or where nobody compared. */
export function describeDifference(
  differences: readonly Difference[] | undefined,
  part: string,
  against: string,
): Drift | undefined {
  const found = differences?.find(one => one.part === part);
  if (!found || found.verdict === 'same') return undefined;
  if (found.verdict !== 'differs') {
    return {
      kind: 'unknown',
      count: '',
      words: `${
        found.text ?? 'Not comparable'
      }: whether ${part} differs from ${against} is not known`,
    };
  }
  const text = found.text ?? 'differs';
  return {
    kind: 'differs',
    count: /^\d+/.exec(text)?.[0] ?? '',
    words: `${part}, against ${against}: ${text}`,
  };
}
