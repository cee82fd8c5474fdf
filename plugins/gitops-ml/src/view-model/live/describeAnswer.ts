import {
  EnvironmentView,
  ReleaseIdentityView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeStatePart, shortDigest, StateCell } from './collectStateCells';
import { STATE_PARTS, StatePartName } from './stateParts';

type Answer = EnvironmentView['desired'];

/** Why there is nothing to say of any part: it does not exist, or nobody knows. */
export interface Silence {
  kind: 'none' | 'unknown';
  why: string;
}

/** Where a source gave no reason of its own. */
export const NOT_SAID = 'The source did not say.';

/** The five cells of an answer; none where it is silent. */
export function describeAnswer({ tuple }: Answer): StateCell[] {
  return tuple ? STATE_PARTS.map(part => describeStatePart(tuple, part)) : [];
}

/** Why an answer says nothing at all; `undefined` where it does. */
export function describeSilence(answer: Answer): Silence | undefined {
  if (answer.tuple) return undefined;
  return {
    kind: answer.status === 'none' ? 'none' : 'unknown',
    why: answer.reason ?? NOT_SAID,
  };
}

/** `fraud v1.4.0`, or the image where no release is known. */
export function nameRelease(
  release: ReleaseIdentityView | undefined,
): string | undefined {
  const { name, version } = release?.model ?? {};
  if (version === undefined && name === undefined) return undefined;
  return [name, version ?? 'no version'].filter(Boolean).join(' ');
}

const NOT_IN_RELEASE = 'A release ConfigMap does not say it.';

function describeReleasePart(
  release: ReleaseIdentityView,
  part: StatePartName,
): StateCell {
  const unknown = (why: string): StateCell => ({ part, kind: 'unknown', why });
  if (release.status !== 'known') {
    return unknown(release.reason ?? 'What it serves is not known.');
  }
  const trained = { part, kind: 'known' as const, asTrained: true };
  const model = nameRelease(release);
  switch (part) {
    case 'model':
      return model === undefined
        ? unknown(NOT_IN_RELEASE)
        : {
            ...trained,
            asTrained: false,
            text: model,
            full: release.model?.hash,
          };
    case 'data':
      return release.dataHash === undefined
        ? unknown(NOT_IN_RELEASE)
        : { ...trained, ...shortDigest('data', release.dataHash) };
    case 'features':
      return release.featuresDigest === undefined
        ? unknown(NOT_IN_RELEASE)
        : { ...trained, ...shortDigest('features', release.featuresDigest) };
    default:
      return unknown(NOT_IN_RELEASE);
  }
}

/** What a set of pods serves, as the cells of a state. */
export function describeRelease(release: ReleaseIdentityView): StateCell[] {
  return STATE_PARTS.map(part => describeReleasePart(release, part));
}
