/** An entity's name where GTO can tag it, else one that it can. Source: gto/constants.py. */
export function proposeModelName(entityName: string): string {
  return /^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(entityName)
    ? entityName
    : 'my-model';
}
