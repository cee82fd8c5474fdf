/** Is there a repository at the address? `message` says why that is unknown. */
export type RepositoryProbe =
  | { status: 'taken' }
  | { status: 'free' }
  | { status: 'unknown'; message: string };
