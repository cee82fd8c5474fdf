/**
 * A repository can't be read: its refs or the revision (`resolve`), or the
 * commit that was asked for (`checkout`). The message is Argo CD's for it.
 */
export class RepositoryError extends Error {
  override readonly name = 'RepositoryError';

  constructor(
    message: string,
    readonly stage: 'resolve' | 'checkout' = 'resolve',
  ) {
    super(message);
  }
}
