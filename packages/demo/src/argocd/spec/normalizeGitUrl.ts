/** A repository's URL for comparing: as Argo CD's util/git NormalizeGitURL has it for http. */
export function normalizeGitUrl(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/\.git$/, '');
}

/** Are two URLs of one repository? */
export const isSameGitUrl = (left: string, right: string) =>
  normalizeGitUrl(left) === normalizeGitUrl(right);
