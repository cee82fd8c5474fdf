import { Route } from './Route';

/** The route of a method and path, with what stands in the path's variables. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; segments: Record<string, string> } | undefined {
  for (const route of routes) {
    const found =
      route.method === method ? toExpression(route.path).exec(path) : null;
    if (found) return { route, segments: { ...found.groups } };
  }
  return undefined;
}

/** `{name}` is one segment, `{name=**}` all that is left. */
function toExpression(path: string): RegExp {
  const source = path
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
    .replace(/\{(\w+)=\*\*\}/g, '(?<$1>.+)');
  return new RegExp(`^${source}$`);
}
