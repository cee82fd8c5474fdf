import { TreeEntry } from './RepositoryStore';
import { RepositoryName } from './repositoryName';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, character => escapes[character] ?? character);

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color-scheme: light dark }
pre { overflow: auto; border: 1px solid #8884; padding: 1rem }
</style></head>
<body><h1>${escapeHtml(title)}</h1>
${body}
</body></html>
`;
}

const encodePath = (path: string) =>
  path.split('/').map(encodeURIComponent).join('/');

/** Where the page of a file or folder of a branch is. */
export function branchPath(
  { owner, name }: RepositoryName,
  branch: string,
  filePath = '',
): string {
  const base = `/${owner}/${name}/src/branch/${encodePath(branch)}`;
  return filePath ? `${base}/${encodePath(filePath)}` : base;
}

function entryBody(
  repository: RepositoryName,
  branch: string,
  filePath: string,
  entry: TreeEntry,
): string {
  if (entry.kind === 'file') {
    return entry.bytes.includes(0)
      ? `<p>A binary file of ${entry.bytes.length} bytes.</p>`
      : `<pre>${escapeHtml(entry.bytes.toString())}</pre>`;
  }
  const items = entry.names.map(({ name, isDirectory }) => {
    const target = filePath ? `${filePath}/${name}` : name;
    const href = escapeHtml(branchPath(repository, branch, target));
    return `<li><a href="${href}">${escapeHtml(name)}</a>${
      isDirectory ? '/' : ''
    }</li>`;
  });
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

/** The plain page of a file or folder of a branch. */
export function entryPage(
  repository: RepositoryName,
  branch: string,
  filePath: string,
  entry: TreeEntry,
): string {
  const title = [repository.owner, repository.name, filePath]
    .filter(Boolean)
    .join('/');
  return page(
    `${title} (${branch})`,
    entryBody(repository, branch, filePath, entry),
  );
}

/** The page of a branch on which nothing was pushed yet, or of anything that isn't there. */
export function messagePage(title: string, message: string): string {
  return page(title, `<p>${escapeHtml(message)}</p>`);
}
