const subdomain =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Why Kubernetes takes no object of this name; `undefined` where it does. */
export function describeBadName(
  kind: string,
  name: string,
): string | undefined {
  if (name.length <= 253 && subdomain.test(name)) return undefined;
  const why =
    name.length > 253
      ? 'must be no more than 253 characters'
      : "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
  return `${kind}.argoproj.io "${name}" is invalid: metadata.name: Invalid value: "${name}": ${why}`;
}
