import { ModelDescriptorFacts } from '../facts/descriptor';
import { DvcArtifact } from '../facts/dvc';
import { Problem } from '../reading/Problem';
import { folderOf } from '../reading/safePath';
import { EntryReading } from './EntryReading';
import { selectFacts } from './selectFacts';

/** What a revision says of an artifact, under the name by which GTO tags it. */
export interface ArtifactDeclaration {
  /** From `artifacts:` of a `dvc.yaml`. */
  dvc: DvcArtifact | undefined;
  /** From GTO's old index. */
  index: DvcArtifact | undefined;
  descriptor: ModelDescriptorFacts | undefined;
}

/** What is written nearer to DVC comes first. */
export function artifactPathOf(
  declaration: ArtifactDeclaration | undefined,
): string | undefined {
  return (
    declaration?.dvc?.path ??
    declaration?.index?.path ??
    declaration?.descriptor?.artifact
  );
}

/** A revision's declared artifacts by name. */
export function collectDeclarations(readings: EntryReading[]): {
  declarations: Map<string, ArtifactDeclaration>;
  problems: Problem[];
} {
  const dvc = collectDvcArtifacts(readings);
  const index = new Map(
    selectFacts(readings, 'gto-index').flatMap(({ artifacts }) =>
      artifacts.map(each => [each.name, each]),
    ),
  );
  const descriptors = groupDescriptors(readings);
  const names = [...dvc.keys(), ...index.keys(), ...descriptors.keys()];
  return {
    declarations: new Map(
      names.map(name => [
        name,
        {
          dvc: dvc.get(name),
          index: index.get(name),
          descriptor: descriptors.get(name)?.[0],
        },
      ]),
    ),
    problems: [...descriptors].flatMap(([name, own]) => [
      ...checkArtifact(own[0], dvc.get(name)),
      ...own.slice(1).map(other => sameModel(other, own[0])),
    ]),
  };
}

/** The name of an artifact that a folder's file declares: `dir:name`, bare at the root. */
function qualify(folder: string, name: string): string {
  return folder === '' || name.includes(':') ? name : `${folder}:${name}`;
}

function collectDvcArtifacts(
  readings: EntryReading[],
): Map<string, DvcArtifact> {
  return new Map(
    selectFacts(readings, 'dvc-yaml').flatMap(({ path, artifacts }) =>
      artifacts.map(each => [qualify(folderOf(path), each.name), each]),
    ),
  );
}

/** In the order of the readings: the first of several is the one that counts. */
function groupDescriptors(
  readings: EntryReading[],
): Map<string, ModelDescriptorFacts[]> {
  const groups = new Map<string, ModelDescriptorFacts[]>();
  for (const descriptor of selectFacts(readings, 'model-descriptor')) {
    const name = qualify(descriptor.folder, descriptor.name);
    const group = groups.get(name);
    if (group) group.push(descriptor);
    else groups.set(name, [descriptor]);
  }
  return groups;
}

function sameModel(
  { declaredIn: { path, line }, name }: ModelDescriptorFacts,
  first: ModelDescriptorFacts,
): Problem {
  const args = { kind: 'model', name, other: first.path };
  return { code: 'duplicate-name', severity: 'error', path, line, args };
}

function checkArtifact(
  { declaredIn: { path, line }, artifact }: ModelDescriptorFacts,
  dvc: DvcArtifact | undefined,
): Problem[] {
  if (!dvc?.path || !artifact || dvc.path === artifact) return [];
  const expected = `${dvc.path}, the path that ${dvc.declaredIn.path} declares`;
  const args = { where: 'artifact', value: artifact, expected };
  const code = 'invalid-value';
  return [{ code, severity: 'warning', path, line, args }];
}
