import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { DescribedStatus, Status } from '../status';
import { isRecord } from '../isRecord';
import { formatWeight } from './formatWeight';

type DeliveryStep = DeliveryView['steps'][number];

/** A step in words; of a kind that we don't know, its name and raw value. */
interface DescribedStep {
  title: string;
  detail?: string;
}

function readText(value: unknown, key: string): string | undefined {
  const found = isRecord(value) ? value[key] : undefined;
  return typeof found === 'string' || typeof found === 'number'
    ? String(found)
    : undefined;
}

function listNames(value: unknown, list: string, name: string): string[] {
  const found = isRecord(value) ? value[list] : undefined;
  if (!Array.isArray(found)) return [];
  return found.flatMap(item => readText(item, name) ?? []);
}

function describeRaw(value: unknown): string | undefined {
  return value === undefined || value === null
    ? undefined
    : JSON.stringify(value);
}

function describePauseStep({ value }: DeliveryStep): DescribedStep {
  const duration = readText(value, 'duration');
  if (duration === undefined) return { title: 'Pause until it is approved' };
  return {
    title: `Pause ${/^\d+$/.test(duration) ? `${duration} s` : duration}`,
  };
}

function describeScale({ value }: DeliveryStep): DescribedStep {
  const replicas = readText(value, 'replicas');
  const weight = readText(value, 'weight');
  if (replicas !== undefined) return { title: `Scale to ${replicas} pods` };
  if (weight !== undefined)
    return { title: `Scale to ${weight} % of the pods` };
  return { title: 'Scale with the weight', detail: describeRaw(value) };
}

const KNOWN: Record<
  string,
  (step: DeliveryStep, maxWeight: number) => DescribedStep
> = {
  setWeight: ({ value }, maxWeight) => ({
    title:
      typeof value === 'number'
        ? `Weight ${formatWeight(value, maxWeight)}`
        : 'Weight ?',
  }),
  pause: describePauseStep,
  analysis: ({ value }) => ({
    title: 'Analysis',
    detail:
      listNames(value, 'templates', 'templateName').join(', ') || undefined,
  }),
  experiment: ({ value }) => ({
    title: 'Experiment',
    detail: listNames(value, 'templates', 'name').join(', ') || undefined,
  }),
  setCanaryScale: describeScale,
  setHeaderRoute: ({ value }) => ({
    title: 'Route by header',
    detail: readText(value, 'name'),
  }),
  setMirrorRoute: ({ value }) => ({
    title: 'Mirror traffic',
    detail: readText(value, 'name'),
  }),
};

export function describeStep(
  step: DeliveryStep,
  maxWeight: number,
): DescribedStep {
  const describe = KNOWN[step.kind];
  return describe
    ? describe(step, maxWeight)
    : { title: step.kind, detail: describeRaw(step.value) };
}

const STATES: Record<string, { status: Status; word: string }> = {
  done: { status: 'healthy', word: 'done' },
  current: { status: 'progressing', word: 'now' },
  later: { status: 'absent', word: 'later' },
  failed: { status: 'failed', word: 'failed' },
  stopped: { status: 'absent', word: 'stopped' },
};

/** Where a step stands; the current one of a paused delivery is paused, and an aborted one comes to no more. */
export function describeStepState(
  state: string,
  phase: string,
  aborted = false,
): DescribedStatus {
  if (state === 'later' && aborted) {
    return { status: 'absent', word: 'not reached' };
  }
  if (state === 'current' && phase === 'Paused') {
    return { status: 'paused', word: 'now' };
  }
  return STATES[state] ?? { status: 'unknown', word: state };
}
