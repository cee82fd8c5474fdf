import { Kind } from './kinds';
import { invalid } from './refusals';

const subdomain =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LONGEST = 253;

/** Invalid where an object can't have this name. */
export function checkName(kind: Kind, name: string): void {
  if (name === '') {
    const why = 'Required value: name or generateName is required';
    throw invalid(kind, name, 'metadata.name', why);
  }
  if (subdomain.test(name) && name.length <= LONGEST) return;
  const why = `Invalid value: "${name}": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character`;
  throw invalid(kind, name, 'metadata.name', why);
}
