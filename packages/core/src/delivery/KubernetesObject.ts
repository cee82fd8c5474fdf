/**
 * A Kubernetes object as an API server or a manifest gives it. Only the fields that
 * a reader asks for are looked at, and each is checked when it is.
 * @public
 */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    [key: string]: unknown;
  };
  [key: string]: unknown;
}

/** Where in a text the objects of a reading stand. @public */
export interface ObjectPlace {
  /** The file. */
  path: string;
  /** The line and column, from 1, of a field, or of the nearest one around it. */
  locate(
    pointer: readonly (string | number)[],
  ): { line: number; column: number } | undefined;
}
