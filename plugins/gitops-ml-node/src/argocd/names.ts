/** The label by which Backstage finds a component's objects. @public */
export const COMPONENT_LABEL = 'backstage.io/kubernetes-id';

/** The label that says which environment an Application is. @public */
export const ENVIRONMENT_LABEL = 'gitops-ml/environment';

/** Name of a component's AppProject and of its ApplicationSet. @public */
export function projectName(component: string): string {
  return `ml-${component}`;
}

/** Name of a component's Application in one environment. @public */
export function applicationName(
  component: string,
  environment: string,
): string {
  return `${component}-${environment}`;
}
