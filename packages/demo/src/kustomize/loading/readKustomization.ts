import { KustomizeError } from '../KustomizeError';
import { Folder } from './Folder';
import { Kustomization, kustomizationSchema } from './kustomizationSchema';
import { readStrictly } from './readStrictly';
import { formatPath } from './SourceReader';

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** A kustomization and the file that it stands in. */
export interface KustomizationFile {
  kustomization: Kustomization;
  path: string;
}

/** Throws `KustomizeError` where a folder has none, several, or one that can't be read. */
export async function readKustomization(
  folder: Folder,
): Promise<KustomizationFile> {
  const files = [];
  for (const name of names) {
    const path = folder.path ? `${folder.path}/${name}` : name;
    const text = await folder.reader.read(path);
    if (text !== undefined) files.push({ path, text });
  }
  const [file, other] = files;
  if (!file) {
    throw new KustomizeError(
      `unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${formatPath(
        folder.path,
      )}'`,
      folder.path,
    );
  }
  if (other) {
    throw new KustomizeError(
      `Found multiple kustomization files under: ${formatPath(folder.path)}`,
      other.path,
    );
  }
  const kustomization = readStrictly(
    kustomizationSchema,
    'Kustomization',
    file,
  );
  checkVersion(kustomization, file.path);
  if (isEmpty(file.text)) {
    throw new KustomizeError('kustomization.yaml is empty', file.path);
  }
  return { kustomization, path: file.path };
}

function checkVersion({ apiVersion, kind }: Kustomization, path: string): void {
  const wanted =
    kind === 'Component'
      ? 'kustomize.config.k8s.io/v1alpha1'
      : 'kustomize.config.k8s.io/v1beta1';
  if (apiVersion === '' || apiVersion === wanted) return;
  throw new KustomizeError(
    `Failed to read kustomization file under ${path}:\napiVersion for ${kind} should be ${wanted}`,
    path,
    'apiVersion',
  );
}

function isEmpty(text: string): boolean {
  return text
    .split('\n')
    .every(line => /^\s*(#.*)?$|^(apiVersion|kind):/.test(line));
}
