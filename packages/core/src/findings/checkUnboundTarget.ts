import { Finding } from './Finding';

/**
 * `unbound-target`: the repository declares an environment, and no application or rule says
 * which workloads belong to it, although the sources that could say it have answered. So
 * nothing of it is shown, and no action reaches it. Severity warning.
 * @public
 */
export function checkUnboundTarget(input: {
  environment: string;
  /** Why, and what can be done; absent where it is bound, or not known yet. */
  unbound: { message: string; remedy: string } | undefined;
}): Finding[] {
  const { environment, unbound } = input;
  if (!unbound) return [];
  const { message, remedy } = unbound;
  return [
    {
      id: 'unbound-target',
      severity: 'warning',
      environment,
      args: { message, remedy },
      evidence: [],
    },
  ];
}
