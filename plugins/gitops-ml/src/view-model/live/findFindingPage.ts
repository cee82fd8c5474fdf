import { FINDING_PAGES, FindingPage } from './findingPages';

/** `undefined` for a code that a newer back end has. */
export function findFindingPage(code: string): FindingPage | undefined {
  return FINDING_PAGES[code];
}
