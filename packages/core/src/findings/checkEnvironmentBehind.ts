import { StatePartName, StateVerdict } from '../state';
import { Finding } from './Finding';

/** Each environment has a configuration of its own, and is never behind in it. */
const PROMOTED = new Set<string>(['code', 'features', 'data', 'model']);

/**
 * `environment-behind`: what Git wants in an environment differs from what it wants in the one
 * before it, in code, features, data or model. It is about Git alone: what runs may lag in
 * both. A part that can't be compared says nothing. Severity info: the way to production is
 * made of such steps. It is `isAhead` where all that is counted is ahead, and `isRejected` where
 * the delivery of what the one before it wants was aborted: that is not to be promoted.
 * @public
 */
export function checkEnvironmentBehind(input: {
  environment: string;
  /** The environment before it, in the order of promotion. */
  before: string;
  differences: readonly {
    part: StatePartName;
    verdict: StateVerdict;
    text?: string;
  }[];
  isRejected?: boolean;
}): Finding[] {
  const { environment, before, differences, isRejected = false } = input;
  const parts = differences
    .filter(({ part, verdict }) => verdict === 'differs' && PROMOTED.has(part))
    .map(({ part, text }) => ({ part, ...(text && { text }) }));
  if (parts.length === 0) return [];
  const counted = parts.flatMap(({ text }) => text ?? []);
  const isAhead =
    counted.some(text => / ahead\b/.test(text)) &&
    !counted.some(text => / behind\b/.test(text));
  return [
    {
      id: 'environment-behind',
      severity: 'info',
      environment,
      args: { before, parts, isAhead, isRejected },
      evidence: [],
    },
  ];
}
