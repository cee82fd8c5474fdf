/** A page of a forge, as Gitea has them; `undefined` where the repository has no page. */
function pageOf(repoURL: string): string | undefined {
  return /^https?:\/\//.test(repoURL) && URL.canParse(repoURL)
    ? repoURL.replace(/\/$/, '').replace(/\.git$/, '')
    : undefined;
}

/** The page of a commit. */
export function commitLink(
  repoURL: string,
  revision: string,
): string | undefined {
  const page = pageOf(repoURL);
  return page && `${page}/commit/${encodeURIComponent(revision)}`;
}

/** The page of a folder at a commit. */
export function folderLink(
  repoURL: string,
  revision: string,
  folder: string,
): string | undefined {
  const page = pageOf(repoURL);
  const path = folder.split('/').map(encodeURIComponent).join('/');
  return page && `${page}/src/commit/${encodeURIComponent(revision)}/${path}`;
}
