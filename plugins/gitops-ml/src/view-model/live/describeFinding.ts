import { FindingView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Status } from '../status';

const STATUSES: Record<string, Status> = {
  error: 'failed',
  warning: 'degraded',
  info: 'absent',
};

const ORDER = ['error', 'warning', 'info'];

/** How a severity looks. */
export function describeSeverity(severity: string): Status {
  return STATUSES[severity] ?? 'unknown';
}

/** The worst first; equal ones keep their places. */
export function sortFindings(findings: readonly FindingView[]): FindingView[] {
  const rank = ({ severity }: FindingView) => {
    const found = ORDER.indexOf(severity);
    return found < 0 ? ORDER.length : found;
  };
  return [...findings].sort((a, b) => rank(a) - rank(b));
}
