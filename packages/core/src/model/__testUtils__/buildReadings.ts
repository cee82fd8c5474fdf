import { ModelDescriptorFacts } from '../../facts/descriptor';
import {
  DvcArtifact,
  DvcHash,
  DvcLockStage,
  DvcOutput,
  DvcYamlFacts,
  DvcYamlStage,
} from '../../facts/dvc';
import { EntryReading } from '../EntryReading';
import { OwnFacts } from '../selectFacts';

/** A reading without problems. */
export function readingOf(facts: OwnFacts): EntryReading {
  return { reader: facts.kind, entry: facts.path, facts, problems: [] };
}

export function md5(value: string): DvcHash {
  return { algorithm: 'md5', value };
}

export function outputOf(
  path: string,
  more: Partial<DvcOutput> = {},
): DvcOutput {
  return {
    path,
    external: false,
    kind: 'file',
    hash: undefined,
    size: undefined,
    files: undefined,
    isExec: false,
    cache: true,
    push: true,
    persist: false,
    remote: undefined,
    role: 'data',
    description: undefined,
    type: undefined,
    labels: [],
    contents: undefined,
    declaredIn: { path: 'dvc.lock', line: 1 },
    ...more,
  };
}

export function artifactOf(
  name: string,
  path: string,
  more: Partial<DvcArtifact> = {},
): DvcArtifact {
  return {
    name,
    path,
    type: undefined,
    description: undefined,
    labels: [],
    declaredIn: { path: 'dvc.yaml', line: 1 },
    ...more,
  };
}

/** A templated stage: what it wrote, the lock alone knows. */
export function stageOf(
  name: string,
  more: Partial<DvcYamlStage> = {},
): DvcYamlStage {
  return {
    name,
    templating: 'interpolated',
    command: `run ${name}`,
    workingDirectory: '',
    deps: [],
    outs: [],
    outTemplates: [],
    params: {},
    frozen: false,
    alwaysChanged: false,
    description: undefined,
    line: 1,
    ...more,
  };
}

export function dvcYaml(
  more: Partial<DvcYamlFacts> = {},
  path = 'dvc.yaml',
): EntryReading {
  return readingOf({
    kind: 'dvc-yaml',
    path,
    stages: [],
    artifacts: [],
    metrics: [],
    params: [],
    plots: [],
    ...more,
  });
}

export function runOf(
  name: string,
  outs: DvcOutput[],
  more: Partial<DvcLockStage> = {},
): DvcLockStage {
  const command = `run ${name}`;
  return { name, command, deps: [], params: {}, outs, line: 1, ...more };
}

export function dvcLock(
  stages: DvcLockStage[],
  path = 'dvc.lock',
): EntryReading {
  return readingOf({ kind: 'dvc-lock', path, schema: '2.0', stages });
}

/** `<path>.dvc`. */
export function pointerTo(out: DvcOutput): EntryReading {
  return readingOf({
    kind: 'dvc-file',
    path: `${out.path}.dvc`,
    outs: [out],
    deps: [],
    frozen: false,
    description: undefined,
    command: undefined,
  });
}

export function descriptorOf(
  more: Partial<ModelDescriptorFacts> = {},
): EntryReading {
  return readingOf({
    kind: 'model-descriptor',
    path: 'models/m.yaml',
    folder: '',
    name: 'm',
    description: undefined,
    artifact: undefined,
    featureService: undefined,
    metrics: undefined,
    thresholds: [],
    mainMetric: undefined,
    driftBaseline: undefined,
    declaredIn: { path: more.path ?? 'models/m.yaml', line: 2 },
    ...more,
  });
}
