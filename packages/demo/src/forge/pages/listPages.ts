import { RepositoryRecord } from '../records/schema';
import { links } from './crumbs';
import { html } from './html';
import { layout } from './layout';

/** The organisations of the forge. */
export function homePage(organisations: readonly string[]): string {
  const items = organisations.map(
    name => html`<li><a href="${links.owner(name)}">${name}</a></li>`,
  );
  return layout(
    'Git forge of the demo',
    [],
    items.length > 0
      ? html`<h2>Organisations</h2>
          <ul>
            ${items}
          </ul>`
      : html`<p>There is no organisation yet.</p>`,
  );
}

/** The repositories of an organisation. */
export function organisationPage(
  name: string,
  repositories: readonly RepositoryRecord[],
): string {
  const rows = repositories.map(
    record => html`<tr>
      <td><a href="${links.repository(record)}">${record.name}</a></td>
      <td>${record.description}</td>
      <td><time>${record.updatedAt}</time></td>
    </tr>`,
  );
  const body =
    rows.length > 0
      ? html`<table>
          <thead>
            <tr>
              <th>Repository</th>
              <th>Description</th>
              <th>Changed</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>`
      : html`<p>There is no repository yet.</p>`;
  return layout(name, [{ name, href: links.owner(name) }], body);
}
