import { Finding } from './Finding';

/** What a finding says to people, and what can be done about it. @public */
export function formatFinding(finding: Finding): {
  message: string;
  remedy: string;
} {
  const { environment } = finding;
  switch (finding.id) {
    case 'environment-behind':
      return formatBehind(environment, finding.args);
    case 'delivery-aborted':
      return formatAborted(environment, finding.args);
    case 'delivery-stuck':
      return formatStuck(environment, finding.args);
    case 'cluster-drift':
      return formatDrift(environment, finding.args);
    case 'unbound-target':
      return finding.args;
    default:
      throw new Error(`No finding ${finding satisfies never}`);
  }
}

type ArgsOf<Id extends Finding['id']> = Extract<Finding, { id: Id }>['args'];

function formatBehind(
  environment: string,
  { before, parts, isAhead, isRejected }: ArgsOf<'environment-behind'>,
) {
  const list = parts
    .map(({ part, text }) => (text ? `${part} (${text})` : part))
    .join(', ');
  if (isAhead) {
    return {
      message: `${environment} is to run what ${before} does not: ${list}.`,
      remedy: `Set the revision of ${environment} to a commit that ${before} has run, or bring ${before} up to it.`,
    };
  }
  return {
    message: `${environment} is to run something else than ${before}: ${list}.`,
    remedy: isRejected
      ? `Do not promote it: its delivery was aborted in ${before}. Wait for a release that becomes stable there.`
      : `Promote: set the revision of ${environment} to a commit that ${before} has run.`,
  };
}

function formatAborted(
  environment: string,
  { rejected, runs, reached, metric, isStale }: ArgsOf<'delivery-aborted'>,
) {
  const at = reached
    ? ` at step ${reached.index} of ${reached.count}${
        reached.inferred ? ' (inferred)' : ''
      }`
    : '';
  const by = metric ? ` by the metric ${metric}` : '';
  return {
    message: `${environment} asks for ${
      rejected ?? 'an unknown release'
    }, whose delivery was aborted${at}${by}; ${runs ?? 'an unknown release'} ${
      isStale ? 'ran when the cluster last answered' : 'runs'
    }.`,
    remedy:
      'Take the promotion back, or release a model that passes; the environment goes on asking for the aborted release until then.',
  };
}

function formatStuck(
  environment: string,
  { workload, reason, since }: ArgsOf<'delivery-stuck'>,
) {
  const from = since ? ` since ${since}` : '';
  switch (reason) {
    case 'failed':
      return {
        message: `The delivery of ${workload} to ${environment} can't go on${from}.`,
        remedy:
          'See what its pods say (image, readiness, resources), then release what repairs it, or take the promotion back.',
      };
    case 'inconclusive':
      return {
        message: `The delivery of ${workload} to ${environment} waits for a person${from}: its analysis was inconclusive.`,
        remedy: 'Look at what was measured, then promote or abort it.',
      };
    case 'no-progress':
      return {
        message: `The delivery of ${workload} to ${environment} has not moved${from}.`,
        remedy:
          'See whether the controller runs, and what the new pods wait for.',
      };
    default:
      throw new Error(`No reason ${reason satisfies never}`);
  }
}

function formatDrift(
  environment: string,
  { application, objects, isStale }: ArgsOf<'cluster-drift'>,
) {
  const [what, verb] =
    objects === 1
      ? [`1 object of ${environment}`, 'differs']
      : [`${objects} objects of ${environment}`, 'differ'];
  return {
    message: isStale
      ? `${what} differed from the commit that was applied when Argo CD last answered.`
      : `${what} ${verb} from the commit that was applied.`,
    remedy: `Sync ${application} in Argo CD, or bring the change into Git.`,
  };
}
