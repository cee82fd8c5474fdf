import { ResolvedRef } from '../git/RepositoryStore';
import { TreeEntry } from '../git/readTree';
import { RepositoryName } from '../requests/repositoryName';
import { links, repositoryCrumbs, shortOid } from './crumbs';
import { html, Html } from './html';
import { Crumb, layout } from './layout';

/** Where a page of a file or folder is. */
interface SourcePlace {
  repository: RepositoryName;
  ref: ResolvedRef;
  /** '' for the root. */
  path: string;
}

const maxEntries = 1000;

function crumbsTo({ repository, ref, path }: SourcePlace): Crumb[] {
  const names = path.split('/').filter(Boolean);
  const folders = names.map((name, at) => ({
    name,
    href: links.source(repository, ref, names.slice(0, at + 1).join('/')),
  }));
  const name = ref.kind === 'commit' ? shortOid(ref.commit) : ref.name;
  const root = { name, href: links.source(repository, ref) };
  return [...repositoryCrumbs(repository), root, ...folders];
}

function titleOf({ repository, path }: SourcePlace): string {
  return path || `${repository.owner}/${repository.name}`;
}

function refLine({ repository, ref }: SourcePlace): Html {
  const commit = html`<a href="${links.commit(repository, ref.commit)}"
    >commit <code>${shortOid(ref.commit)}</code></a
  >`;
  return ref.kind === 'commit'
    ? html`<p>At ${commit}.</p>`
    : html`<p>At ${ref.kind} ${ref.name}, ${commit}.</p>`;
}

/** The page of a folder. */
export function directoryPage(
  place: SourcePlace,
  entries: readonly TreeEntry[],
): string {
  const { repository, ref, path } = place;
  const rows = entries.slice(0, maxEntries).map(({ name, kind, size }) => {
    const href = links.source(repository, ref, path ? `${path}/${name}` : name);
    const link =
      kind === 'submodule' ? name : html`<a href="${href}">${name}</a>`;
    return html`<tr>
      <td>${link}${kind === 'directory' ? '/' : ''}</td>
      <td>${kind === 'file' ? html`${size} bytes` : kind}</td>
    </tr>`;
  });
  const more = entries.length - rows.length;
  return layout(
    titleOf(place),
    crumbsTo(place),
    html`${refLine(place)}
      <table>
        <thead>
          <tr>
            <th>Name</th>
            <th>Size</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
      ${more > 0 ? html`<p class="quiet">and ${more} more</p>` : undefined}`,
  );
}

/** The text of a file with a number and an anchor (`#L12`) at each line. */
function textBody(text: string): Html {
  const lines = text.replace(/\n$/, '').split('\n');
  return html`<pre class="lines">
${lines.map((line, at) => {
      const number = at + 1;
      return html`<span id="L${number}"
        ><a
          href="#L${number}"
          data-line="${number}"
          aria-label="line ${number}"
        ></a
        >${line}</span
      >`;
    })}</pre
  >`;
}

/** What a file's page can show of it. */
export type FileView =
  | { kind: 'text'; text: string }
  | { kind: 'binary' }
  | { kind: 'too-large' };

function fileBody(view: FileView, size: number): Html {
  switch (view.kind) {
    case 'text':
      return textBody(view.text);
    case 'binary':
      return html`<p>A binary file of ${size} bytes.</p>`;
    case 'too-large':
      return html`<p>A file of ${size} bytes is too large for this page.</p>`;
    default:
      return view satisfies never;
  }
}

/** The page of a file. */
export function filePage(
  place: SourcePlace,
  size: number,
  view: FileView,
): string {
  const { repository, ref, path } = place;
  return layout(
    titleOf(place),
    crumbsTo(place),
    html`${refLine(place)}
      <p>
        ${size} bytes,
        <a href="${links.source(repository, ref, path, 'raw')}">raw</a>
      </p>
      ${fileBody(view, size)}`,
  );
}
