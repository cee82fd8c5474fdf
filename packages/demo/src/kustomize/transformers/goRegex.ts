import { RE2JS } from 're2js';
import { KustomizeError } from '../KustomizeError';

/** Does all of a text match a pattern of a repository? In linear time, as Go's regexp. */
export function matchesWhole(pattern: string, text: string): boolean {
  return pattern === '' || compile(`^(?:${pattern})$`).matcher(text).find();
}

/** Is there a match in a text? */
export function matchesSomewhere(pattern: string, text: string): boolean {
  return compile(pattern).matcher(text).find();
}

function compile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch {
    throw new KustomizeError(`error parsing regexp: \`${pattern}\``);
  }
}
