import { ChangedFile } from '../git/readChanges';
import { Commit } from '../git/readCommits';
import { RepositoryName } from '../requests/repositoryName';
import { links, repositoryCrumbs, shortOid } from './crumbs';
import { html, Html } from './html';
import { layout } from './layout';
import { markDiff } from './markDiff';

const maxFiles = 300;

/** The lines of a difference; what came and went has its sign and a colour. */
function diffBody(diff: string): Html {
  return html`<pre class="diff">
${markDiff(diff).map(
      ({ text, mark }) => html`<span class="${mark}">${text || ' '}</span>`,
    )}</pre
  >`;
}

function fileList(
  repository: RepositoryName,
  { oid }: Commit,
  files: readonly ChangedFile[],
): Html {
  const ref = { kind: 'commit', name: oid };
  const items = files.slice(0, maxFiles).map(({ path, status }) => {
    const link = html`<a href="${links.source(repository, ref, path)}"
      >${path}</a
    >`;
    return html`<li>${status} ${status === 'removed' ? path : link}</li>`;
  });
  const more = files.length - items.length;
  return html`<ul>
      ${items}
    </ul>
    ${more > 0 ? html`<p class="quiet">and ${more} more</p>` : undefined}`;
}

/** The page of a commit: what it says, and what it changed. */
export function commitPage(
  repository: RepositoryName,
  commit: Commit,
  files: readonly ChangedFile[],
  diff: { text: string; isCut: boolean },
): string {
  const { oid, author, committer, parents, message } = commit;
  const [subject = '', ...rest] = message.trimEnd().split('\n');
  const text = rest.join('\n').trim();
  const root = links.source(repository, { kind: 'commit', name: oid });
  return layout(
    subject || 'A commit without a message',
    [
      ...repositoryCrumbs(repository),
      { name: shortOid(oid), href: links.commit(repository, oid) },
    ],
    html`${text ? html`<pre>${text}</pre>` : undefined}
      <dl>
        <dt>Commit</dt>
        <dd><code>${oid}</code> (<a href="${root}">files</a>)</dd>
        <dt>Author</dt>
        <dd>
          ${author.name} &lt;${author.email}&gt;, <time>${author.date}</time>
        </dd>
        <dt>Committer</dt>
        <dd>
          ${committer.name} &lt;${committer.email}&gt;,
          <time>${committer.date}</time>
        </dd>
        ${parents.map(
          parent =>
            html`<dt>Parent</dt>
              <dd>
                <a href="${links.commit(repository, parent)}"
                  ><code>${parent}</code></a
                >
              </dd>`,
        )}
      </dl>
      <h2>Changed files</h2>
      ${files.length > 0
        ? fileList(repository, commit, files)
        : html`<p>None.</p>`}
      ${diff.text
        ? html`<h2>Difference</h2>
            ${diffBody(diff.text)}`
        : undefined}
      ${diff.isCut
        ? html`<p>The difference goes on; it is too long for this page.</p>`
        : undefined}`,
  );
}
