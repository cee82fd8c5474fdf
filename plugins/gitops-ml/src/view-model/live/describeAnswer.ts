import {
  EnvironmentView,
  ReleaseIdentityView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeStatePart, shortDigest, StateCell } from './collectStateCells';
import { STATE_PARTS, StatePartName } from './stateParts';

type Answer = EnvironmentView['desired'];

/** The five cells of an answer; where it says nothing, each says why. */
export function describeAnswer(answer: Answer): StateCell[] {
  const { tuple, reason } = answer;
  if (tuple) return STATE_PARTS.map(part => describeStatePart(tuple, part));
  const why = reason ?? 'The source did not say.';
  const kind = answer.status === 'none' ? 'none' : 'unknown';
  return STATE_PARTS.map(part => ({ part, kind, why }));
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
