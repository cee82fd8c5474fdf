import { z } from 'zod/v4';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { Context } from './Context';
import {
  Analysis,
  analysisTemplateSchema,
  Rollout,
  rolloutSchema,
} from './contract';
import { findTemplates } from './createRun';

/** A Rollout that can be acted on, or the field that stands in the way. */
type Checked = { rollout: Rollout } | { field: string; message: string };

type Invalid = Extract<Checked, { field: string }>;

const formatPath = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number'
        ? `${text}[${key}]`
        : `${text}${text ? '.' : ''}${String(key)}`,
    '',
  );

/** The issue of the alternative that comes closest, and the path to it. */
function describeIssue(
  issue: z.core.$ZodIssue,
  before: readonly PropertyKey[] = [],
): Invalid {
  const path = [...before, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return {
      field: formatPath([...path, issue.keys[0]]),
      message: 'Unsupported value: the demo cluster does not act on this field',
    };
  }
  if (issue.code === 'invalid_union') {
    return {
      field: formatPath(path),
      message:
        'Unsupported value: the demo cluster acts on setWeight, pause and analysis with templates',
    };
  }
  return {
    field: formatPath(path),
    message: `Invalid value: ${issue.message}`,
  };
}

function listAnalyses(
  rollout: Rollout,
): { field: string; analysis: Analysis }[] {
  const { canary } = rollout.spec.strategy;
  const at = 'spec.strategy.canary';
  const ofSteps = (canary.steps ?? []).flatMap((step, index) =>
    'analysis' in step
      ? [
          {
            field: `${at}.steps[${index}].analysis.templates`,
            analysis: step.analysis,
          },
        ]
      : [],
  );
  return canary.analysis
    ? [
        ...ofSteps,
        { field: `${at}.analysis.templates`, analysis: canary.analysis },
      ]
    : ofSteps;
}

function findBadTemplate(
  context: Pick<Context, 'store'>,
  rollout: Rollout,
): Invalid | undefined {
  const { namespace } = rollout.metadata;
  for (const { field, analysis } of listAnalyses(rollout)) {
    for (const found of findTemplates(context, namespace, analysis.templates)) {
      const { templateName: name, kind, object } = found;
      const at = `Invalid value: "${name}": ${kind} '${name}'`;
      if (!object) return { field, message: `${at} not found` };
      const { error } = analysisTemplateSchema.safeParse(object);
      if (error) {
        const issue = describeIssue(error.issues[0]);
        return { field, message: `${at}: ${issue.field}: ${issue.message}` };
      }
    }
  }
  return undefined;
}

function findMissingTarget(
  { store }: Pick<Context, 'store'>,
  rollout: Rollout,
): Invalid | undefined {
  const { namespace } = rollout.metadata;
  const { canary } = rollout.spec.strategy;
  const { canaryService, stableService, trafficRouting } = canary;
  const at = 'spec.strategy.canary';
  const services = { canaryService, stableService };
  for (const [field, name] of Object.entries(services)) {
    if (trafficRouting && !name) {
      return {
        field: `${at}.${field}`,
        message: `Invalid value: "": traffic routing needs a ${field}`,
      };
    }
    if (name && !store.get('Service', namespace, name)) {
      return {
        field: `${at}.${field}`,
        message: `Invalid value: "${name}": service "${name}" not found`,
      };
    }
  }
  const ingress = trafficRouting?.nginx.stableIngress;
  if (ingress === undefined || store.get('Ingress', namespace, ingress)) {
    return undefined;
  }
  return {
    field: `${at}.trafficRouting.nginx.stableIngress`,
    message: `Invalid value: "${ingress}": ingress "${ingress}" not found`,
  };
}

/** Can a Rollout be acted on: is every field known here, and all that it names there? */
export function checkRollout(
  context: Pick<Context, 'store'>,
  object: KubernetesObject,
): Checked {
  const { data, error } = rolloutSchema.safeParse(object);
  if (error) return describeIssue(error.issues[0]);
  return (
    findMissingTarget(context, data) ??
    findBadTemplate(context, data) ?? { rollout: data }
  );
}
