import {
  DeliveryActionResponse,
  DeliveryView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Status } from '../status';
import { nameRelease } from './describeAnswer';
import { describePhase } from './describePhase';
import { describeStepPosition } from './describeDelivery';

const TITLES: Record<string, string> = {
  promote: 'Promote',
  'promote-full': 'Promote full',
  abort: 'Abort',
  retry: 'Retry',
  pause: 'Pause',
};

/** An action as its provider's own tool calls it. */
export function nameAction(id: string): string {
  return TITLES[id] ?? id;
}

type Revisions = DeliveryView['revisions'];

/** `Candidate fraud v1.4.0, stable fraud v1.3.0`: what an action is about. */
export function describeSubjects(revisions: Revisions): string | undefined {
  const names = ['candidate', 'stable'].flatMap(role => {
    const found = revisions.find(revision => revision.role === role);
    const name = nameRelease(found?.release);
    return name ? `${role} ${name}` : [];
  });
  const text = names.join(', ');
  return text ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : undefined;
}

/** A plan's text, with the versions named whose hashes it has. */
export function nameHashes(text: string, revisions: Revisions): string {
  return revisions.reduce((done, { hash, release }) => {
    const name = hash && nameRelease(release);
    return name ? done.replaceAll(hash, `${name} (${hash})`) : done;
  }, text);
}

/** What became of an action: the object's own new state. */
export function describeActionResult({ result }: DeliveryActionResponse): {
  status: Status;
  title: string;
  detail: string;
} {
  if (!result) {
    return {
      status: 'unknown',
      title: 'The patch was taken',
      detail:
        'The server did not say what came of it; this page goes on watching.',
    };
  }
  const state = [
    `${result.phase}${result.message ? `: ${result.message}` : ''}`,
    describeStepPosition(result.step),
  ]
    .filter(Boolean)
    .join(', ');
  return result.confirmed
    ? {
        status: describePhase(result.phase).status,
        title: 'It took effect',
        detail: `The object now says: ${state}.`,
      }
    : {
        status: 'unknown',
        title: 'Requested, but not seen to take effect yet',
        detail: `The object still says: ${state}. This page goes on watching.`,
      };
}
