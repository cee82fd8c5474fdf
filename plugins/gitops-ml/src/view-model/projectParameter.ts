/** A project's folder in a URL; the root, whose path is empty, is `.` there. */
export function formatProjectParameter(path: string): string {
  return path || '.';
}

export function parseProjectParameter(parameter: string | undefined): string {
  return parameter === undefined || parameter === '.' ? '' : parameter;
}
