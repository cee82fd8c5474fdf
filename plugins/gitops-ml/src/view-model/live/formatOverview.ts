import {
  EnvironmentsResponse,
  EnvironmentView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { formatAbsoluteTime } from '../formatTime';
import { AnswerLine, collectEnvironmentRow } from './collectEnvironmentRows';
import { StateCell } from './collectStateCells';
import { describeDelivery, describeDeliveryStatus } from './describeDelivery';
import { Drift } from './describeDifference';
import { sortFindings } from './describeFinding';
import { STATE_PART_TITLES, STATE_PARTS } from './stateParts';

const SIMULATED = 'Demo cluster: controllers are simulated';

/** A text as it stands in a cell of a Markdown table. */
function escapeCell(text: string): string {
  return text.replace(/[\\|]/g, '\\$&').replace(/\s+/g, ' ');
}

const row = (cells: readonly string[]) =>
  `| ${cells.map(escapeCell).join(' | ')} |`;

function formatCell(cell: StateCell, drift: Drift | undefined): string {
  if (cell.kind !== 'known') return cell.kind === 'none' ? '—' : '?';
  const text = cell.isHash ? `\`${cell.text}\`` : cell.text;
  const mark = drift?.kind === 'differs' ? `⇠${drift.count}` : '';
  return [text, mark].filter(Boolean).join(' ');
}

function formatCells({ cells, drifts, silence }: AnswerLine): string[] {
  if (!silence) {
    return cells.map((cell, index) => formatCell(cell, drifts[index]));
  }
  const mark = silence.kind === 'none' ? '—' : '?';
  return STATE_PARTS.map((_part, index) =>
    index === 0 ? `${mark} ${silence.why}` : mark,
  );
}

function formatDelivery(
  { delivery, kubernetes }: EnvironmentView,
  now: number,
): string {
  if (!delivery) return kubernetes.status === 'ok' ? '—' : '?';
  const { word } = describeDeliveryStatus(delivery);
  return `${word}: ${describeDelivery(delivery, now)}`;
}

function formatEnvironment(
  environment: EnvironmentView,
  now: number,
): string[] {
  const { desired, others, agreeing } = collectEnvironmentRow(environment);
  const line = (one: AnswerLine, last: string) =>
    row([
      environment.name,
      [one.title, one.note, one.stale === undefined ? '' : 'last known']
        .filter(Boolean)
        .join(', '),
      ...formatCells(one),
      last,
    ]);
  return [
    line(desired, formatDelivery(environment, now)),
    ...[...agreeing, ...others].map(one => line(one, '')),
  ];
}

const HEAD = [
  'Environment',
  'Answer',
  ...STATE_PARTS.map(part => STATE_PART_TITLES[part]),
  'Delivery',
];

/** The environments with their answers, and the findings, as Markdown. */
export function formatOverview(
  value: Pick<EnvironmentsResponse, 'environments' | 'findings' | 'repository'>,
  now: number,
  timeZone?: string,
): string {
  const findings = sortFindings(value.findings).map(
    ({ severity, environment, id, message, remedy }) =>
      `- **${severity}** \`${id}\`${
        environment ? ` (${environment})` : ''
      }: ${message} ${remedy}`,
  );
  const at = formatAbsoluteTime(new Date(now).toISOString(), timeZone);
  return [
    row(HEAD),
    row(HEAD.map(() => '---')),
    ...value.environments.flatMap(one => formatEnvironment(one, now)),
    '',
    ...(findings.length > 0 ? [...findings, ''] : []),
    [
      `${value.repository.url}, as seen at ${at}`,
      ...(value.environments.some(({ simulated }) => simulated)
        ? [SIMULATED]
        : []),
    ].join('. '),
    '',
  ].join('\n');
}
