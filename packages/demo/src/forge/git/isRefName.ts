const allowed = /^[A-Za-z0-9_][A-Za-z0-9_./@+-]*$/;

/**
 * Whether a branch, tag or commit out of a URL may be handed to git. Narrower
 * than git's rule: nothing that git could take for an option or an expression.
 */
export function isRefName(ref: string): boolean {
  return ref.length <= 250 && allowed.test(ref) && !ref.includes('..');
}
