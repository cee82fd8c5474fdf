/**
 * The `__init__.py` that Python runs before the files: those of the folders above
 * them. Paths are relative to the same folder.
 */
export function listPackages(
  files: readonly string[],
  paths: readonly string[],
): string[] {
  const folders = new Set<string>();
  for (const file of files) {
    const parts = file.split('/');
    for (let count = 1; count < parts.length; count++)
      folders.add(parts.slice(0, count).join('/'));
  }
  return paths.filter(
    path =>
      path.endsWith('/__init__.py') &&
      folders.has(path.slice(0, -'/__init__.py'.length)),
  );
}
