import { stylesheetPath } from '../requests/parseForgeRequest';
import { html, Html } from './html';

/** A link of the line above a page. */
export interface Crumb {
  name: string;
  href: string;
}

/** A whole page; the crumbs lead to it. */
export function layout(
  title: string,
  crumbs: readonly Crumb[],
  body: Html,
): string {
  const links = [{ name: 'Git forge', href: '/' }, ...crumbs].map(
    ({ name, href }, at) =>
      html`${at === 0 ? '' : ' / '}<a href="${href}">${name}</a>`,
  );
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="stylesheet" href="${stylesheetPath}" />
      </head>
      <body>
        <nav aria-label="Where this is">${links}</nav>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.text;
}

/** A page that says one thing. */
export function messagePage(title: string, message: string): string {
  return layout(title, [], html`<p>${message}</p>`);
}
