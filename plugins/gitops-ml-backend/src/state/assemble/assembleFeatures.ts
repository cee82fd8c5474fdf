import {
  CommitView,
  Envelope,
  FeastProjectView,
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
import { featureViewKey, FeatureTimeline } from '../history/FeatureTimeline';
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

/** The position of the last change of a view, up to a position. */
function lastChange(
  timeline: FeatureTimeline,
  key: string,
  position: number,
): number | undefined {
  return timeline
    .get(key)
    ?.filter(version => version.position <= position)
    .at(-1)?.position;
}

/** The positions whose commits {@link assembleFeatures} shows. */
export function featurePositions(
  timeline: FeatureTimeline,
  position: number,
): number[] {
  const positions = [...timeline.keys()].flatMap(
    key => lastChange(timeline, key, position) ?? [],
  );
  return [...new Set(positions)];
}

/** The features view of a revision. Without `history` no view has `changedIn`. */
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
      changedIn: changedIn(facts.path, view.name, history),
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
): Omit<FeatureViewView, 'changedIn'> {
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
export function toField({ name, dtype, description }: FeastField): FieldView {
  return { name, dtype, description };
}

function changedIn(
  project: string,
  view: string,
  history: FeatureHistory | undefined,
): CommitView | undefined {
  if (!history) return undefined;
  const { timeline, position, commits } = history;
  const last = lastChange(timeline, featureViewKey(project, view), position);
  return last === undefined ? undefined : commits.get(last);
}
