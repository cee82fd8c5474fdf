/** Of the project's name come names of Kubernetes objects with an environment behind: at most 40. */
export function isProjectName(text: string): boolean {
  return /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/.test(text);
}
