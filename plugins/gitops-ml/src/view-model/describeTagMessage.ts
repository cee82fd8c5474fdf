import { ModelVersionView } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** What somebody wrote when registering; GTO's own words for it say nothing new. */
export function describeTagMessage({
  message,
}: Pick<ModelVersionView, 'message'>): string | undefined {
  return message?.startsWith('Registering artifact ') ? undefined : message;
}
