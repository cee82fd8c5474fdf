/** How well a resource or an application is, from best to worst (health.go). */
export const healthStatuses = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Unknown',
] as const;

export type HealthStatus = (typeof healthStatuses)[number];

export interface Health {
  status: HealthStatus;
  message?: string;
}

/** The worst of them; Healthy where there is none. */
export function worstOf(statuses: readonly HealthStatus[]): HealthStatus {
  const worst = Math.max(
    0,
    ...statuses.map(status => healthStatuses.indexOf(status)),
  );
  return healthStatuses[worst];
}

/** A status with its message, where there is one to give. */
export const healthOf = (status: HealthStatus, message?: string): Health => ({
  status,
  ...(message && { message }),
});
