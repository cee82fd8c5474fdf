/** One environment as the form has it. @public */
export interface EnvironmentInput {
  name: string;
  /** Name of an Argo CD instance. */
  instance: string;
  /** As Argo CD names it. */
  cluster: string;
  namespace: string;
}
