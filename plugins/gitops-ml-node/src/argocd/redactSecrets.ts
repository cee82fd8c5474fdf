import { REDACTED } from '@gitops-ml/core';

/**
 * A text without these secrets. Short ones (fewer than 4 characters) are left:
 * they would turn words into stars and are no secret.
 * @public
 */
export function redactSecrets(
  text: string,
  secrets: readonly (string | undefined)[],
): string {
  return secrets
    .flatMap(secret => (secret === undefined ? [] : [secret]))
    .filter(secret => secret.length >= 4)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.split(secret).join(REDACTED), text);
}
