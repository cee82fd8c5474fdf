import { Application } from '../contract';
import { escapeHtml } from '../../http/escapeHtml';
import { htmlPage } from './htmlPage';

const note =
  "Demo: not synced yet. This page is part of the demo's Argo CD API.";

/** The plain page of one application. */
export function applicationPage({
  metadata,
  spec,
  status,
}: Application): string {
  const { source, destination } = spec;
  const cluster = destination.name ?? destination.server ?? '';
  const facts: [string, string | undefined][] = [
    ['Project', spec.project],
    ['Repository', source?.repoURL],
    ['Path', source?.path],
    ['Revision', source?.targetRevision],
    ['Destination', `${cluster}, namespace ${destination.namespace ?? ''}`],
    ...(status.conditions ?? []).map(({ type, message }): [string, string] => [
      type,
      message,
    ]),
  ];
  const list = facts
    .filter(([, value]) => value)
    .map(
      ([name, value]) =>
        `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value ?? '')}</dd>`,
    );
  return htmlPage(
    metadata.name,
    `<p role="note">${note}</p>\n<dl>\n${list.join('\n')}\n</dl>
<p><a href="/applications">All applications</a></p>`,
  );
}

/** The plain list of applications. */
export function applicationsPage(applications: readonly Application[]): string {
  const items = applications.map(
    ({ metadata: { name }, spec }) =>
      `<li><a href="/applications/argocd/${encodeURIComponent(
        name,
      )}">${escapeHtml(name)}</a> (${escapeHtml(spec.project)})</li>`,
  );
  const list =
    items.length > 0
      ? `<ul>\n${items.join('\n')}\n</ul>`
      : '<p>There is no application.</p>';
  return htmlPage('Applications', `<p role="note">${note}</p>\n${list}`);
}

export function notFoundPage(what: string): string {
  return htmlPage(
    'Not found',
    `<p>${escapeHtml(what)} is not here.</p>
<p><a href="/applications">All applications</a></p>`,
  );
}
