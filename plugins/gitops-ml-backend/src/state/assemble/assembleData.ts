import {
  CommitView,
  DataOutputView,
  DataResponse,
  Envelope,
  PushedView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  collectDataVersions,
  DataVersion,
  DvcConfigFacts,
  selectFacts,
} from '@gitops-ml/core';
import { DataTimeline, OutputVersion } from '../history/DataTimeline';
import { isUnder } from './isUnder';
import { listRemotes } from './listRemotes';
import { Revision, toSpotView } from './Revision';
import { selectProblems, toProblemViews } from './toProblemViews';

/** The part of the data view that is not its envelope. */
type DataBody = Omit<DataResponse, Exclude<keyof Envelope, 'problems'>>;

/** What the history says up to the revision. */
export interface DataHistory {
  timeline: DataTimeline;
  /** Of the revision in the tracked history. */
  position: number;
  commits: ReadonlyMap<number, CommitView>;
}

/** The positions whose commits {@link assembleData} shows. */
export function dataPositions(
  timeline: DataTimeline,
  position: number,
): number[] {
  const positions = new Set(timeline.sizes.map(point => point.position));
  for (const versions of timeline.versions.values()) {
    const last = until(versions, position).at(-1);
    if (last) positions.add(last.position);
  }
  return [...positions].filter(one => one <= position);
}

/** The data view of a revision. Without `history` what it would say is absent, not empty. */
export function assembleData(options: {
  revision: Revision;
  history: DataHistory | undefined;
  pushed: (
    output: DataVersion,
    configs: readonly DvcConfigFacts[],
  ) => PushedView;
}): DataBody {
  const { revision, history, pushed } = options;
  const { readings, folder } = revision;
  const { outputs, problems } = collectDataVersions(readings);
  const configs = selectFacts(readings, 'dvc-config');
  const shown = outputs.filter(output => isShown(output, folder));
  const readersOf = createReadersOf(revision);
  return {
    dvc: readings.some(({ reader }) => reader.startsWith('dvc-')),
    remotes: listRemotes(configs, revision),
    outputs: shown.map(output => ({
      ...toOutputView(output, revision),
      ...describeHistory(output, history),
      pushed: pushed(output, configs),
      usedBy: readersOf(output.path),
    })),
    sizes: listSizes(history, new Set(shown.map(({ path }) => path)), folder),
    problems: toProblemViews(
      [
        ...selectProblems(readings, reader => reader.startsWith('dvc-')),
        ...problems,
      ],
      revision,
    ),
  };
}

/** An output belongs to a folder that declares it or holds it. */
function isShown(
  { path, declaredIn }: Pick<DataVersion, 'path' | 'declaredIn'>,
  folder: string,
): boolean {
  return isUnder(declaredIn.path, folder) || isUnder(path, folder);
}

function until(
  versions: readonly OutputVersion[],
  position: number,
): OutputVersion[] {
  return versions.filter(version => version.position <= position);
}

function toOutputView(
  output: DataVersion,
  revision: Revision,
): Omit<DataOutputView, 'pushed' | 'usedBy'> {
  const { external: _, declaredIn, ...known } = output;
  return { ...known, declaredIn: toSpotView(declaredIn, revision) };
}

/** Nothing is said of a version that is unknown: the last known one is another. */
function describeHistory(
  { path, unreadable }: DataVersion,
  history: DataHistory | undefined,
): Pick<DataOutputView, 'changedIn' | 'versions' | 'previous'> {
  if (!history) return {};
  const versions = until(
    history.timeline.versions.get(path) ?? [],
    history.position,
  );
  const count = versions.filter(({ change }) => change !== 'deleted').length;
  if (unreadable) return { versions: count };
  const last = versions.at(-1);
  const previous = versions.at(-2);
  return {
    changedIn: last && history.commits.get(last.position),
    versions: count,
    previous:
      previous && previous.change !== 'deleted'
        ? { hash: previous.hash, size: previous.size, files: previous.files }
        : undefined,
  };
}

/** Names of the stages that read a path: itself, something in it, or a folder around it. */
function createReadersOf({ readings }: Revision): (path: string) => string[] {
  const stages = [
    ...selectFacts(readings, 'dvc-yaml').flatMap(facts => facts.stages),
    // Only the lock knows the dependencies of templated stages.
    ...selectFacts(readings, 'dvc-lock').flatMap(facts =>
      facts.stages
        .filter(({ name }) => name.includes('@'))
        .map(({ name, deps }) => ({ name, deps: deps.map(dep => dep.path) })),
    ),
  ];
  return path => [
    ...new Set(
      stages
        .filter(({ deps }) =>
          deps.some(dep => isUnder(dep, path) || isUnder(path, dep)),
        )
        .map(({ name }) => name),
    ),
  ];
}

/** Outputs that are gone by now belong to the picture, as far as they lay in the folder. */
function listSizes(
  history: DataHistory | undefined,
  shown: ReadonlySet<string>,
  folder: string,
): DataBody['sizes'] {
  const points: DataBody['sizes'] = [];
  let last = '{}';
  for (const { position, bytes } of history?.timeline.sizes ?? []) {
    const commit = history?.commits.get(position);
    if (!history || position > history.position || !commit) continue;
    const own = [...bytes].filter(
      ([path]) => shown.has(path) || isUnder(path, folder),
    );
    const text = JSON.stringify(own);
    if (text !== last) points.push({ commit, bytes: Object.fromEntries(own) });
    last = text;
  }
  return points;
}
