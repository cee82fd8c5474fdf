import { Commit } from '../git/readCommits';
import { Ref } from '../git/readRefs';
import { RepositoryRecord } from '../records/schema';
import { links, repositoryCrumbs, shortOid } from './crumbs';
import { html, Html } from './html';
import { layout } from './layout';

/** What the page of a repository shows. */
interface RepositoryFacts {
  repository: RepositoryRecord;
  cloneUrl: string;
  defaultBranch: string;
  branches: readonly Ref[];
  /** Newest first. */
  tags: readonly Ref[];
  /** Newest first, of the default branch. */
  commits: readonly Commit[];
  readme: { name: string; text: string } | undefined;
}

const maxShown = 100;
const subjectOf = (message: string) => message.split('\n', 1)[0] ?? '';

/** The row of a commit, which leads to its page. */
function commitRow(repository: RepositoryRecord, commit: Commit): Html {
  return html`<tr>
    <td>
      <a href="${links.commit(repository, commit.oid)}"
        ><code>${shortOid(commit.oid)}</code></a
      >
    </td>
    <td>${subjectOf(commit.message)}</td>
    <td>${commit.author.name}</td>
    <td><time>${commit.committer.date}</time></td>
  </tr>`;
}

function refList(
  repository: RepositoryRecord,
  kind: 'branch' | 'tag',
  refs: readonly Ref[],
): Html {
  const items = refs.slice(0, maxShown).map(
    ref => html`<li>
      <a href="${links.source(repository, { kind, name: ref.name })}"
        >${ref.name}</a
      >
      <span class="quiet">at</span>
      <a href="${links.commit(repository, ref.commit)}"
        ><code>${shortOid(ref.commit)}</code></a
      >
    </li>`,
  );
  const more = refs.length - items.length;
  return html`<ul>
      ${items}
    </ul>
    ${more > 0 ? html`<p class="quiet">and ${more} more</p>` : undefined}`;
}

/** The page of a repository. */
export function repositoryPage(facts: RepositoryFacts): string {
  const { repository, branches, tags, commits, readme } = facts;
  const { owner, name } = repository;
  const section = (title: string, isEmpty: boolean, body: Html) =>
    isEmpty
      ? undefined
      : html`<h2>${title}</h2>
          ${body}`;
  return layout(
    `${owner}/${name}`,
    repositoryCrumbs(repository),
    html`<p>${repository.description}</p>
      <pre>git clone ${facts.cloneUrl}</pre>
      ${branches.length > 0
        ? html`<p>
            <a
              href="${links.source(repository, {
                kind: 'branch',
                name: facts.defaultBranch,
              })}"
              >Files on ${facts.defaultBranch}</a
            >
          </p>`
        : html`<p>Nothing was pushed yet.</p>`}
      ${section(
        'Branches',
        branches.length === 0,
        refList(repository, 'branch', branches),
      )}
      ${section('Tags', tags.length === 0, refList(repository, 'tag', tags))}
      ${section(
        'Last commits',
        commits.length === 0,
        html`<table>
          <thead>
            <tr>
              <th>Commit</th>
              <th>Message</th>
              <th>Author</th>
              <th>Date</th>
            </tr>
          </thead>
          <tbody>
            ${commits.map(commit => commitRow(repository, commit))}
          </tbody>
        </table>`,
      )}
      ${readme
        ? html`<h2>${readme.name}</h2>
            <pre>${readme.text}</pre>`
        : undefined}`,
  );
}
