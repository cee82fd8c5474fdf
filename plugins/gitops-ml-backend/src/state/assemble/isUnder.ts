/** Is a path in a folder of the repository? `''` is the root and holds everything. */
export function isUnder(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
