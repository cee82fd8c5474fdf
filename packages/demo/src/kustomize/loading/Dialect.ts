/** How kustomize reads a file: manifests, or JSON patches and its own files. */
export type Dialect = 'manifest' | 'json';
