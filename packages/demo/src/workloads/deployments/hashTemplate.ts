import { createHash } from 'node:crypto';
import { PodTemplate } from '../contract';

/** Of what names of pods may be made, without vowels. */
const alphabet = 'bcdfghjklmnpqrstvwxz2456789';

/** The same for the same template. */
export function hashTemplate(template: PodTemplate): string {
  const digest = createHash('sha256').update(JSON.stringify(template)).digest();
  return [...digest.subarray(0, 10)]
    .map(byte => alphabet[byte % alphabet.length])
    .join('');
}
