import {
  ReleasesResponse,
  ReleaseView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { nameRelease } from './describeAnswer';

/** More marks than this in a lane run into each other. @internal */
export const MAX_MARKS = 60;

/** From one mark to the next, so that both can have their words, as a part of the lane. */
const ROOM_FOR_WORDS = 0.14;

export interface LaneMark {
  release: ReleaseView;
  /** 0 (oldest) to 1 (now). */
  position: number;
  label: string;
  /** Whether there is room for the label. */
  isLabelled: boolean;
}

export interface Lane {
  environment: string;
  /** Oldest first. */
  marks: LaneMark[];
  /** Stretches in which nothing was watched. */
  gaps: { start: number; end: number; from: string; to: string }[];
}

export interface Timeline {
  from: string;
  to: string;
  lanes: Lane[];
  /** Older releases that are not drawn. */
  leftOut: number;
}

const nameTo = ({ to }: ReleaseView) =>
  nameRelease(to)?.split(' ').pop() ?? '?';

/** Writes from the right, so that the newest always has its words. */
function placeLabels(marks: Omit<LaneMark, 'isLabelled'>[]): LaneMark[] {
  let free = 1 + ROOM_FOR_WORDS;
  return [...marks]
    .reverse()
    .map(mark => {
      const isLabelled = free - mark.position >= ROOM_FOR_WORDS;
      if (isLabelled) free = mark.position;
      return { ...mark, isLabelled };
    })
    .reverse();
}

/** One lane per environment over a common time; `undefined` without releases. */
export function collectLanes(
  { releases, gaps }: Pick<ReleasesResponse, 'releases' | 'gaps'>,
  environments: readonly string[],
  now: number,
): Timeline | undefined {
  const drawn = releases.slice(0, MAX_MARKS);
  const times = drawn.map(({ at }) => Date.parse(at)).filter(Number.isFinite);
  if (times.length === 0) return undefined;
  const start = Math.min(...times);
  const span = Math.max(now - start, 1);
  const positionOf = (time: string) =>
    Math.min(1, Math.max(0, (Date.parse(time) - start) / span));
  const names = [
    ...new Set([
      ...environments,
      ...drawn.map(({ environment }) => environment),
    ]),
  ];
  return {
    from: new Date(start).toISOString(),
    to: new Date(now).toISOString(),
    leftOut: releases.length - drawn.length,
    lanes: names.map(environment => ({
      environment,
      marks: placeLabels(
        drawn
          .filter(release => release.environment === environment)
          .map(release => ({
            release,
            position: positionOf(release.at),
            label: nameTo(release),
          }))
          .sort((a, b) => a.position - b.position),
      ),
      gaps: gaps
        .filter(gap => gap.environment === environment)
        .filter(gap => Date.parse(gap.to) > start)
        .map(({ from, to }) => ({
          start: positionOf(from),
          end: positionOf(to),
          from,
          to,
        })),
    })),
  };
}
