/** One environment as the form has it; what is left out gets its default in the template. @public */
export interface EnvironmentInput {
  name: string;
  /** Name of an Argo CD instance. */
  instance: string;
  cluster?: string;
  namespace?: string;
}
