import { canonicalText } from '../../json/canonicalText';
import { PodTemplate } from '../contract';
import { fillTemplate } from './fillTemplate';

/** The label by which a ReplicaSet and its pods name their pod template. */
export const HASH_LABEL = 'rollouts-pod-template-hash';

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

function fnv32a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash;
}

/**
 * Letters and digits that can't spell a word, as Kubernetes encodes a hash.
 * Source: k8s.io/apimachinery/pkg/util/rand `SafeEncodeString`.
 */
const encode = (hash: number) =>
  [...String(hash)]
    .map(digit => LETTERS[digit.charCodeAt(0) % LETTERS.length])
    .join('');

/**
 * Equal for two templates that ask for the same pods. The letters differ from
 * those of the real controller, which hashes Go's text of the structure.
 */
export const hashTemplate = (template: PodTemplate) =>
  encode(fnv32a(canonicalText(fillTemplate(template))));

/** Equal for two equal lists of steps. */
export const hashSteps = (steps: readonly unknown[]) =>
  encode(fnv32a(canonicalText(steps)));
