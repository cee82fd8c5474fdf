/**
 * Can it be a commit's name in Git? Argo CD gives a branch instead where it could
 * not resolve it, and a version where the source is a Helm chart.
 */
export const isObjectId = (revision: string): boolean =>
  /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(revision);
