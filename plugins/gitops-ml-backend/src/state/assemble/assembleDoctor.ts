import {
  DoctorResponse,
  Envelope,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { DoctorReport } from '@gitops-ml/core';
import { Binding } from '../binding/bindEntity';
import { LiveEnvironment } from '../live/LiveEnvironments';
import { describeLiveSteps } from './describeLiveSteps';

type Step = DoctorResponse['steps'][number];

/** The chain from the annotation to the readers, link by link, and what each page lacks. */
export function assembleDoctor(options: {
  binding: Binding;
  envelope: Envelope;
  /** Absent where no revision could be read. */
  report: DoctorReport | undefined;
  /** As far as they belong to the entity. */
  environments: readonly LiveEnvironment[];
}): Omit<DoctorResponse, 'schemaVersion' | 'topic'> {
  const { binding, envelope, report, environments } = options;
  return {
    steps: [
      describeAnnotation(binding),
      describeRepository(binding),
      describeMirror(binding, envelope),
      describeIndex(binding, envelope),
      describeReaders(report),
      ...describeLiveSteps(binding, environments),
    ],
    files: report?.files ?? [],
    pages: report?.pages ?? [],
  };
}

function describeAnnotation(binding: Binding): Step {
  const step = { id: 'annotation', title: 'Annotation' };
  if (binding.kind === 'bound') {
    const folder = binding.path || 'the root of the repository';
    return {
      ...step,
      status: 'ok',
      message: `The entity stands for ${folder}.`,
    };
  }
  const { code, message, remedy } = binding;
  return code === 'no-annotation' || code === 'unsafe-path'
    ? { ...step, status: 'error', message, remedy }
    : { ...step, status: 'ok', message: 'The entity asks for its ML pages.' };
}

function describeRepository(binding: Binding): Step {
  const step = { id: 'repository', title: 'Repository' };
  if (binding.kind === 'bound') {
    const { repository, via } = binding;
    const why =
      via === 'location'
        ? 'the entity was read from there'
        : 'gitopsMl.allow.repositories allows it';
    return { ...step, status: 'ok', message: `${repository.webUrl}: ${why}.` };
  }
  const { code, message, remedy } = binding;
  return code === 'no-annotation' || code === 'unsafe-path'
    ? skipped(step)
    : { ...step, status: 'error', message, remedy };
}

const MIRROR_REMEDIES = new Map([
  [
    'unreachable',
    'Check that the forge is up and can be reached from the back end; it is tried again by itself.',
  ],
  [
    'forbidden',
    'Check the credentials of the host under `integrations`, and that they may read the repository.',
  ],
  ['not-configured', 'Change the setting that the message names.'],
]);

/** `2026-11-21 10:12:33 UTC` */
const describeTime = (time: string) =>
  `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

function describeMirror(binding: Binding, { source }: Envelope): Step {
  const step = { id: 'mirror', title: 'Mirror' };
  if (binding.kind === 'unbound') return skipped(step);
  if (source.status !== 'ok') {
    return {
      ...step,
      status: 'error',
      message: `${source.message ?? source.status} (since ${describeTime(
        source.since,
      )})`,
      remedy: MIRROR_REMEDIES.get(source.status),
    };
  }
  return source.observedAt
    ? {
        ...step,
        status: 'ok',
        message: `Up to date at ${describeTime(source.observedAt)}.`,
      }
    : { ...step, status: 'warning', message: 'The first fetch is under way.' };
}

function describeIndex(binding: Binding, { index }: Envelope): Step {
  const step = { id: 'index', title: 'History' };
  if (binding.kind === 'unbound') return skipped(step);
  const progress = `${index.commits} of ${index.commitsTotal ?? '?'} commits`;
  switch (index.status) {
    case 'ready':
      return { ...step, status: 'ok', message: `${progress} are read.` };
    case 'failed':
      return {
        ...step,
        status: 'error',
        message: index.message ?? 'Indexing failed.',
        remedy:
          'It is tried again by itself; the log of the back end has the error.',
      };
    default:
      return {
        ...step,
        status: 'warning',
        message: `${progress} are read so far.`,
      };
  }
}

function describeReaders(report: DoctorReport | undefined): Step {
  const step = { id: 'readers', title: 'Readers' };
  if (!report) return skipped(step);
  const broken = report.files.filter(({ status }) => status === 'problem');
  const read = `${report.files.length} files were looked at`;
  return broken.length > 0
    ? {
        ...step,
        status: 'warning',
        message: `${read}; ${broken.length} of them have problems.`,
        remedy: 'The pages list each problem with its file, line and remedy.',
      }
    : { ...step, status: 'ok', message: `${read}, none has a problem.` };
}

function skipped(step: { id: string; title: string }): Step {
  return { ...step, status: 'skipped', message: 'An earlier step failed.' };
}
