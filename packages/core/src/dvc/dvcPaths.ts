import { fileNameOf } from '../reading/safePath';

/** Inside DVC's own folder nothing is an entry but its configuration. */
function isInDvcFolder(path: string): boolean {
  return path.startsWith('.dvc/') || path.includes('/.dvc/');
}

/** `*.dvc`, and the `Dvcfile` of DVC 0.x. A file named exactly `.dvc` is none. */
export function isDvcFile(path: string): boolean {
  if (!path.endsWith('.dvc') && !path.endsWith('Dvcfile')) return false;
  const name = fileNameOf(path);
  return (
    (name === 'Dvcfile' || (name.endsWith('.dvc') && name !== '.dvc')) &&
    !isInDvcFolder(path)
  );
}

/** A file by its exact name, anywhere but in DVC's own folder. */
export function isNamed(name: string): (path: string) => boolean {
  return path =>
    path.endsWith(name) && fileNameOf(path) === name && !isInDvcFolder(path);
}

/** `.dvc/config`, at any depth: DVC repositories may lie in one another. */
export function isDvcConfig(path: string): boolean {
  return path === '.dvc/config' || path.endsWith('/.dvc/config');
}
