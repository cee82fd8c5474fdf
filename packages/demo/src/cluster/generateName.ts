import { randomInt } from 'node:crypto';

/** Without vowels and what looks alike, so that no words appear: as Kubernetes has it. */
const alphabet = 'bcdfghjklmnpqrstvwxz2456789';

/** Five letters and digits that set names apart. */
export function randomSuffix(): string {
  const letter = () => alphabet[randomInt(alphabet.length)];
  return Array.from({ length: 5 }, letter).join('');
}

/** An object's name: given, or made from what it is to begin with. */
export function generateName(metadata: {
  name: string;
  generateName?: unknown;
}): string {
  const { name, generateName: beginning } = metadata;
  if (name !== '' || typeof beginning !== 'string') return name;
  return `${beginning}${randomSuffix()}`;
}
