/** What a repository may ask of the renderer: one that asks for more gets an error, not the machine. */
export const limits = {
  /** Of one file. ConfigMaps end at 1 MiB in Kubernetes. */
  fileBytes: 1024 * 1024,
  /** Of all reads of one rendering. */
  totalBytes: 16 * 1024 * 1024,
  reads: 1000,
  /** Of directories that name one another. */
  directoryDepth: 20,
  resources: 2000,
  /** Of one resource as JSON, after each patch and replacement. */
  resourceBytes: 2 * 1024 * 1024,
  /** Of nested values in a file. */
  valueDepth: 100,
} as const;
