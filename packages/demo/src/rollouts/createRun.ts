import { KubernetesObject } from '../cluster/KubernetesObject';
import { toJson } from '../json/toJson';
import { Context } from './Context';
import {
  Analysis,
  AnalysisTemplate,
  analysisTemplateSchema,
  Rollout,
} from './contract';
import { AnalysisRunChange } from './reconcile/Plan';
import { REVISION } from './reconcile/Pass';

/** The templates of an analysis that are there, in their order. */
export function findTemplates(
  { store }: Pick<Context, 'store'>,
  namespace: string,
  templates: Analysis['templates'],
) {
  return templates.map(({ templateName, clusterScope }) => ({
    templateName,
    kind: clusterScope ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate',
    object: clusterScope
      ? store.get('ClusterAnalysisTemplate', undefined, templateName)
      : store.get('AnalysisTemplate', namespace, templateName),
  }));
}

/** The arguments that the templates declare, with the Rollout's values before their own. */
function mergeArguments(
  templates: readonly AnalysisTemplate[],
  given: readonly { name: string; value: string }[],
) {
  const values = new Map(given.map(each => [each.name, each.value]));
  const declared = new Map(
    templates
      .flatMap(({ spec }) => spec.args ?? [])
      .map(argument => [argument.name, argument]),
  );
  return [...declared.values()].map(({ name, ...rest }) => {
    const value = values.get(name);
    return value === undefined ? { name, ...rest } : { name, value };
  });
}

/** What an object of a Rollout says of its owner. */
export const ownedBy = ({ apiVersion, metadata }: Rollout) => [
  {
    apiVersion,
    kind: 'Rollout',
    name: metadata.name,
    uid: metadata.uid,
    controller: true,
    blockOwnerDeletion: true,
  },
];

/**
 * The AnalysisRun of an analysis: its templates' metrics and arguments.
 * Source: utils/analysis/helpers.go `NewAnalysisRunFromTemplates`.
 */
export function createRun(
  context: Pick<Context, 'store'>,
  rollout: Rollout,
  change: Extract<AnalysisRunChange, { kind: 'create' }>,
): KubernetesObject {
  const { namespace } = rollout.metadata;
  const templates = findTemplates(
    context,
    namespace,
    change.analysis.templates,
  ).map(({ object }) => analysisTemplateSchema.parse(object));
  const args = mergeArguments(templates, change.args);
  const dryRun = templates.flatMap(({ spec }) => spec.dryRun ?? []);
  return {
    apiVersion: rollout.apiVersion,
    kind: 'AnalysisRun',
    metadata: {
      name: change.name,
      namespace,
      labels: change.labels,
      annotations: { [REVISION]: change.revision },
      ownerReferences: ownedBy(rollout),
    },
    spec: toJson({
      ...(args.length > 0 && { args }),
      ...(dryRun.length > 0 && { dryRun }),
      metrics: templates.flatMap(({ spec }) => spec.metrics),
    }),
    status: { phase: '', runSummary: {} },
  };
}
