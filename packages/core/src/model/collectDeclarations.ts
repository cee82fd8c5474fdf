import { ModelDescriptorFacts } from '../facts/descriptor';
import { DvcArtifact } from '../facts/dvc';
import { Problem } from '../reading/Problem';
import { folderOf } from '../reading/safePath';
import { EntryReading } from './EntryReading';
import { factsOf } from './factsOf';

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

/** The name of an artifact that a folder's file declares: `dir:name`, bare at the root. */
function qualify(folder: string, name: string): string {
  return folder === '' || name.includes(':') ? name : `${folder}:${name}`;
}

/** A revision's declared artifacts by name. */
export function collectDeclarations(readings: readonly EntryReading[]): {
  declarations: Map<string, ArtifactDeclaration>;
  problems: Problem[];
} {
  const declarations = new Map<string, ArtifactDeclaration>();
  const problems: Problem[] = [];
  const declare = (name: string, part: Partial<ArtifactDeclaration>) => {
    const nothing = { dvc: undefined, index: undefined, descriptor: undefined };
    const known = declarations.get(name) ?? nothing;
    declarations.set(name, { ...known, ...part });
  };
  for (const facts of factsOf(readings, 'dvc-yaml')) {
    for (const dvc of facts.artifacts) {
      declare(qualify(folderOf(facts.path), dvc.name), { dvc });
    }
  }
  for (const { artifacts } of factsOf(readings, 'gto-index')) {
    for (const index of artifacts) declare(index.name, { index });
  }
  for (const descriptor of factsOf(readings, 'model-descriptor')) {
    const name = qualify(descriptor.folder, descriptor.name);
    const known = declarations.get(name);
    const problem = checkDescriptor(descriptor, known);
    if (problem) problems.push(problem);
    if (!known?.descriptor) declare(name, { descriptor });
  }
  return { declarations, problems };
}

function checkDescriptor(
  descriptor: ModelDescriptorFacts,
  known: ArtifactDeclaration | undefined,
): Problem | undefined {
  const { path, line } = descriptor.declaredIn;
  if (known?.descriptor) {
    const { path: other } = known.descriptor;
    const args = { kind: 'model', name: descriptor.name, other };
    return { code: 'duplicate-name', severity: 'error', path, line, args };
  }
  const declared = known?.dvc?.path;
  const { artifact } = descriptor;
  if (!declared || !artifact || declared === artifact) return undefined;
  const expected = `${declared}, the path that ${known?.dvc?.declaredIn.path} declares`;
  const args = { where: 'artifact', value: artifact, expected };
  return { code: 'invalid-value', severity: 'warning', path, line, args };
}
