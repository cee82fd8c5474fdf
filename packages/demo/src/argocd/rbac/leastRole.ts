/**
 * The least that the account `backstage` needs to register a repository:
 * projects and ApplicationSets of its prefix, and reading what became of them.
 * @public
 */
export const leastRole = `
p, role:backstage, projects, create, ml-*, allow
p, role:backstage, applicationsets, create, ml-*/*, allow
p, role:backstage, applicationsets, get, ml-*/*, allow
p, role:backstage, applications, get, ml-*/*, allow
g, backstage, role:backstage
`;
