import { Envelope } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { endSentence } from './endSentence';
import { formatAbsoluteTime } from './formatTime';
import { Status } from './status';

/** What is wrong with a source, and how old what it said is. */
interface SourceTrouble {
  status: Status;
  title: string;
  detail: string;
}

const TITLES: Record<string, { status: Status; title: string }> = {
  unreachable: { status: 'stale', title: 'The repository can’t be reached' },
  forbidden: {
    status: 'failed',
    title: 'The repository refuses Backstage’s credentials',
  },
  'not-configured': {
    status: 'absent',
    title: 'The repository’s host is not configured',
  },
};

/** `undefined` when the source is well. A value beside a trouble is the last known one. */
export function describeSourceTrouble(
  source: Envelope['source'],
  timeZone?: string,
): SourceTrouble | undefined {
  if (source.status === 'ok') return undefined;
  const { status, title } = TITLES[source.status] ?? {
    status: 'unknown',
    title: `The repository’s state is “${source.status}”`,
  };
  const since = formatAbsoluteTime(source.since, timeZone);
  const observed =
    source.observedAt && formatAbsoluteTime(source.observedAt, timeZone);
  return {
    status,
    title: since ? `${title} since ${since}` : title,
    detail: [
      endSentence(source.message),
      observed
        ? `What you see was read at ${observed} and may be out of date.`
        : 'Nothing was read from it yet.',
    ]
      .filter(Boolean)
      .join(' '),
  };
}
