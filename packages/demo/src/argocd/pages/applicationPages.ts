import { z } from 'zod/v4';
import { Application } from '../contract';
import { escapeHtml } from '../../http/escapeHtml';
import { LiveStatus, liveStatusSchema } from '../live/operation/contract';
import { commitLink, folderLink } from './commitLinks';
import { htmlPage } from './htmlPage';

const note =
  "Demo: this Argo CD is simulated. It compares and syncs with the demo's cluster, in which no container runs.";

const resourcesSchema = z.array(
  z.looseObject({
    group: z.string().default(''),
    kind: z.string(),
    namespace: z.string().default(''),
    name: z.string(),
    status: z.string().optional(),
    health: z
      .looseObject({
        status: z.string().optional(),
        message: z.string().optional(),
      })
      .optional(),
  }),
);

/** A text, as a link where it has one. Answers HTML. */
const link = (text: string, address: string | undefined) =>
  address
    ? `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`
    : escapeHtml(text);

/** What somebody else wrote there is not shown. */
const readStatus = ({ status }: Application): LiveStatus =>
  liveStatusSchema.safeParse(status).data ?? {};

const short = (revision: string) => revision.slice(0, 10);

const joined = (...parts: (string | undefined)[]) =>
  escapeHtml(parts.filter(Boolean).join(': '));

/** What is not known has no row. Both are HTML. */
type Fact = [name: string, value: string | undefined];

const factList = (facts: Fact[]) =>
  `<dl>\n${facts
    .filter(([, value]) => value)
    .map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${value}</dd>`)
    .join('\n')}\n</dl>`;

function table(title: string, heads: string[], rows: string[][]): string {
  if (rows.length === 0) return '';
  const head = heads.map(text => `<th scope="col">${text}</th>`).join('');
  const body = rows
    .map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
    .join('\n');
  return `<h2>${title}</h2>
<table><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table>`;
}

function describeSource(application: Application): Fact[] {
  const { spec } = application;
  const { source, destination } = spec;
  const { revision } = readStatus(application).sync ?? {};
  const cluster = destination.name ?? destination.server ?? '';
  return [
    ['Project', escapeHtml(spec.project)],
    ['Repository', escapeHtml(source?.repoURL ?? '')],
    [
      'Path',
      source?.path &&
        link(
          source.path,
          revision ? folderLink(source.repoURL, revision, source.path) : '',
        ),
    ],
    ['Revision', escapeHtml(source?.targetRevision ?? '')],
    [
      'Destination',
      escapeHtml(`${cluster}, namespace ${destination.namespace ?? ''}`),
    ],
  ];
}

function describeState(status: LiveStatus, repoURL: string): Fact[] {
  const { sync, health, operationState, conditions = [] } = status;
  const { phase, message, finishedAt } = operationState ?? {};
  const revision = sync?.revision;
  const commit =
    revision && ` to ${link(short(revision), commitLink(repoURL, revision))}`;
  return [
    ['Sync', sync && `${escapeHtml(sync.status)}${commit ?? ''}`],
    ['Health', health && escapeHtml(health.status ?? '')],
    ['Last sync', joined(phase, message)],
    ['Finished', finishedAt && escapeHtml(finishedAt)],
    ...conditions.map(
      ({ type, message: why }): Fact => [type, escapeHtml(why)],
    ),
  ];
}

function resourceTable({ resources }: LiveStatus): string {
  const parsed = resourcesSchema.safeParse(resources ?? []);
  if (!parsed.success) return '';
  const rows = parsed.data.map(
    ({ group, kind, namespace, name, status, health }) =>
      [
        group ? `${kind}.${group}` : kind,
        namespace ? `${namespace}/${name}` : name,
        status ?? '',
        [health?.status, health?.message].filter(Boolean).join(': '),
      ].map(escapeHtml),
  );
  return table('Resources', ['Kind', 'Name', 'Sync', 'Health'], rows);
}

/** Newest first. */
function historyTable({ history = [] }: LiveStatus): string {
  const rows = [...history]
    .reverse()
    .map(({ id, revision, deployedAt, source }) => [
      String(id),
      link(short(revision), commitLink(source.repoURL, revision)),
      escapeHtml(deployedAt),
    ]);
  return table('History', ['Number', 'Commit', 'Deployed'], rows);
}

/** The plain page of one application. */
export function applicationPage(application: Application): string {
  const { metadata, spec } = application;
  const status = readStatus(application);
  const facts = [
    ...describeState(status, spec.source?.repoURL ?? ''),
    ...describeSource(application),
  ];
  return htmlPage(
    metadata.name,
    `<p role="note">${note}</p>
${factList(facts)}
${resourceTable(status)}
${historyTable(status)}
<p><a href="/applications">All applications</a></p>`,
  );
}

/** The plain list of applications. */
export function applicationsPage(applications: readonly Application[]): string {
  const rows = applications.map(application => {
    const { name } = application.metadata;
    const { sync, health } = readStatus(application);
    const address = `/applications/argocd/${encodeURIComponent(name)}`;
    return [
      link(name, address),
      escapeHtml(application.spec.project),
      escapeHtml(sync?.status ?? ''),
      escapeHtml(health?.status ?? ''),
    ];
  });
  const heads = ['Application', 'Project', 'Sync', 'Health'];
  const list =
    rows.length > 0
      ? table('Registered', heads, rows)
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
