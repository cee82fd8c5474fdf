import {
  CommitView,
  Envelope,
  FeastProjectView,
  FeatureChangeView,
  FeaturesResponse,
  FeatureViewView,
  FieldView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  FeastFacts,
  FeastFeatureView,
  FeastField,
  selectFacts,
} from '@gitops-ml/core';
import { FeatureViewChange } from '../history/diffFeatureViews';
import {
  featureViewKey,
  FeatureTimeline,
  FeatureViewVersion,
} from '../history/FeatureTimeline';
import { isUnder } from './isUnder';
import { Revision, toSpotView } from './Revision';
import { selectProblems, toProblemViews } from './toProblemViews';

/** The part of the features view that is not its envelope. */
type FeaturesBody = Omit<FeaturesResponse, Exclude<keyof Envelope, 'problems'>>;

/** What the history says up to the revision. */
interface FeatureHistory {
  timeline: FeatureTimeline;
  position: number;
  commits: ReadonlyMap<number, CommitView>;
}

/** The last change of a view, up to a position. */
function findLastChange(
  timeline: FeatureTimeline,
  key: string,
  position: number,
): FeatureViewVersion | undefined {
  return timeline
    .get(key)
    ?.filter(version => version.position <= position)
    .at(-1);
}

/** The positions whose commits {@link assembleFeatures} shows. */
export function featurePositions(
  timeline: FeatureTimeline,
  position: number,
): number[] {
  const positions = [...timeline.keys()].flatMap(
    key => findLastChange(timeline, key, position)?.position ?? [],
  );
  return [...new Set(positions)];
}

/** The features view of a revision. Without `history` no view has `changedIn` and `lastChange`. */
export function assembleFeatures(
  revision: Revision,
  history: FeatureHistory | undefined,
): FeaturesBody {
  const { readings, folder } = revision;
  return {
    projects: selectFacts(readings, 'feast')
      .filter(({ path }) => isUnder(path, folder))
      .map(facts => toProject(facts, revision, history)),
    problems: toProblemViews(
      selectProblems(readings, reader => reader.startsWith('feast')),
      revision,
    ),
  };
}

function toProject(
  facts: FeastFacts,
  revision: Revision,
  history: FeatureHistory | undefined,
): FeastProjectView {
  const { store } = facts;
  return {
    path: facts.path,
    name: store.project ?? '',
    provider: store.provider,
    onlineStore: store.onlineStore?.type,
    offlineStore: store.offlineStore?.type,
    registry: store.registry?.type,
    entities: facts.entities.map(entity => ({
      name: entity.name,
      joinKeys: entity.joinKeys,
      valueType: entity.valueType,
      description: entity.description,
      definedIn: toSpotView(entity.definedIn, revision),
    })),
    dataSources: facts.dataSources.map(source => ({
      name: source.name,
      type: source.type,
      location: source.location,
      timestampField: source.timestampField,
      description: source.description,
      definedIn: toSpotView(source.definedIn, revision),
    })),
    featureViews: facts.featureViews.map(view => ({
      ...toFeatureView(view, facts, revision),
      ...describeHistory(facts.path, view.name, history),
    })),
    featureServices: facts.featureServices.map(service => ({
      name: service.name,
      projections: service.projections,
      description: service.description,
      definedIn: toSpotView(service.definedIn, revision),
      unresolvedFields: service.unresolvedFields,
    })),
    unresolved: facts.unresolved.map(({ path, line, what }) => ({
      ...toSpotView({ path, line }, revision),
      what,
    })),
  };
}

function toFeatureView(
  view: FeastFeatureView,
  { featureServices }: FeastFacts,
  revision: Revision,
): Omit<FeatureViewView, 'changedIn' | 'lastChange'> {
  const { version: _, features, definedIn, ...known } = view;
  return {
    ...known,
    features: features.map(toField),
    definedIn: toSpotView(definedIn, revision),
    usedBy: featureServices
      .filter(({ projections }) =>
        projections.some(projection => projection.view === view.name),
      )
      .map(({ name }) => name),
  };
}

/** A feature as pages show it. */
function toField({ name, dtype, description }: FeastField): FieldView {
  return { name, dtype, description };
}

/** What a commit did to a view, as pages show it. */
export function toFeatureChange(change: FeatureViewChange): FeatureChangeView {
  return {
    change: change.change,
    added: change.added.map(toField),
    removed: change.removed.map(toField),
    changed: change.changed,
    properties: change.properties,
  };
}

function describeHistory(
  project: string,
  view: string,
  history: FeatureHistory | undefined,
): Pick<FeatureViewView, 'changedIn' | 'lastChange'> {
  if (!history) return {};
  const { timeline, position, commits } = history;
  const key = featureViewKey(project, view);
  const last = findLastChange(timeline, key, position);
  const changedIn = last && commits.get(last.position);
  return last && changedIn
    ? { changedIn, lastChange: toFeatureChange(last) }
    : {};
}
