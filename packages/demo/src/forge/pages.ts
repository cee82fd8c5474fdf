import { RefKind } from './parseForgeRequest';
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
:target { background: #fd04 }
</style></head>
<body><h1>${escapeHtml(title)}</h1>
${body}
</body></html>
`;
}

const encodePath = (path: string) =>
  path.split('/').map(encodeURIComponent).join('/');

/** Where the page of a file or folder of a branch, tag or commit is. */
export function treePath(
  { owner, name }: RepositoryName,
  refKind: RefKind,
  ref: string,
  filePath = '',
): string {
  const base = `/${owner}/${name}/src/${refKind}/${encodePath(ref)}`;
  return filePath ? `${base}/${encodePath(filePath)}` : base;
}

// A link to a line ends in `#L<number>`.
function fileBody(bytes: Buffer): string {
  if (bytes.includes(0)) {
    return `<p>A binary file of ${bytes.length} bytes.</p>`;
  }
  const lines = bytes
    .toString()
    .split('\n')
    .map((line, at) => `<span id="L${at + 1}">${escapeHtml(line)}</span>`);
  return `<pre>${lines.join('\n')}</pre>`;
}

/** What a page of a branch, tag or commit is asked for. */
interface TreePage {
  repository: RepositoryName;
  refKind: RefKind;
  ref: string;
  path: string;
}

function folderBody(
  { repository, refKind, ref, path }: TreePage,
  names: { name: string; isDirectory: boolean }[],
): string {
  const items = names.map(({ name, isDirectory }) => {
    const target = path ? `${path}/${name}` : name;
    const href = escapeHtml(treePath(repository, refKind, ref, target));
    const slash = isDirectory ? '/' : '';
    return `<li><a href="${href}">${escapeHtml(name)}</a>${slash}</li>`;
  });
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

/** The plain page of a file or folder. */
export function entryPage(asked: TreePage, entry: TreeEntry): string {
  const { repository, ref, path } = asked;
  const title = [repository.owner, repository.name, path]
    .filter(Boolean)
    .join('/');
  return page(
    `${title} (${ref})`,
    entry.kind === 'file'
      ? fileBody(entry.bytes)
      : folderBody(asked, entry.names),
  );
}

/** The page of a commit: what git shows of it. */
export function commitPage(
  { owner, name }: RepositoryName,
  text: string,
): string {
  return page(`${owner}/${name}`, `<pre>${escapeHtml(text)}</pre>`);
}

/** A page that says one sentence. */
export function messagePage(title: string, message: string): string {
  return page(title, `<p>${escapeHtml(message)}</p>`);
}
