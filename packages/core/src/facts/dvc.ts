import { Json } from '../reading/Json';

/** Where something is declared. `line` counts from 1. @public */
export interface SourceSpot {
  path: string;
  line: number;
}

/**
 * A content hash as DVC names it. `md5` is DVC 3's plain md5, `md5-dos2unix`
 * DVC 2's (text with CRLF made LF first); both are written under the key `md5`
 * and told apart by `hash: md5`. `value` keeps the suffix `.dir`.
 * Source: dvc/output.py, dvc-data hash_info.
 * @public
 */
export interface DvcHash {
  algorithm:
    | 'md5'
    | 'md5-dos2unix'
    | 'etag'
    | 'checksum'
    | 'version-id'
    | (string & {});
  value: string;
}

/** An output as `.dvc`, `dvc.lock` or `dvc.yaml` declares it. @public */
export interface DvcOutput {
  /** The repository's path; an absolute or remote URL for an external output. */
  path: string;
  external: boolean;
  kind: 'file' | 'directory' | 'table';
  hash: DvcHash | undefined;
  size: number | undefined;
  /** Number of files, of directories only. */
  files: number | undefined;
  isExec: boolean;
  cache: boolean;
  push: boolean;
  persist: boolean;
  /** The output's own `remote:`; the effective one is decided with the config. */
  remote: string | undefined;
  /** A metrics or plots output of a stage. */
  role: 'data' | 'metrics' | 'plots';
  description: string | undefined;
  type: string | undefined;
  labels: string[];
  /** The listing of a cloud-versioned directory, kept in Git. */
  contents:
    | { path: string; hash: DvcHash | undefined; size: number | undefined }[]
    | undefined;
  declaredIn: SourceSpot;
}

/** Where imported data comes from. @public */
export interface DvcImport {
  kind: 'dvc' | 'url' | 'db' | 'dataset';
  /** Without credentials. */
  url: string | undefined;
  rev: string | undefined;
  revLock: string | undefined;
  path: string | undefined;
}

/** A dependency. @public */
export interface DvcDependency {
  path: string;
  external: boolean;
  hash: DvcHash | undefined;
  size: number | undefined;
  imported: DvcImport | undefined;
}

/** `*.dvc`, and the single-stage `Dvcfile` of DVC 0.x. @public */
export interface DvcFileFacts {
  kind: 'dvc-file';
  path: string;
  outs: DvcOutput[];
  deps: DvcDependency[];
  frozen: boolean;
  description: string | undefined;
  /** Legacy: a stage of DVC 0.x with a command. */
  command: string | undefined;
}

/**
 * A stage as `dvc.lock` recorded it. Its paths are relative to a `wdir` that only
 * `dvc.yaml` tells: of a stage that it doesn't have (any more), or whose `wdir` holds an
 * expression, `deps`, `params` and `outs` are empty.
 * @public
 */
export interface DvcLockStage {
  name: string;
  command: string | string[] | undefined;
  deps: DvcDependency[];
  /** Flattened: file → dotted key → value. */
  params: Record<string, Record<string, Json>>;
  outs: DvcOutput[];
  line: number;
}

/** `dvc.lock`: what the stages' last runs read and wrote. @public */
export interface DvcLockFacts {
  kind: 'dvc-lock';
  path: string;
  /** `1.0` has no `schema` key and its stages at the top level. */
  schema: '1.0' | '2.0';
  stages: DvcLockStage[];
}

/**
 * A stage as `dvc.yaml` declares it. Where `templating` is not `none` the stage is
 * known in part: of paths with an expression only those of outputs are kept, by
 * themselves; `command` is the template,
 * and `generated` stands for several stages (`foreach`, `matrix`) that `dvc.lock`
 * names `<name>@…`.
 * @public
 */
export interface DvcYamlStage {
  name: string;
  templating: 'none' | 'interpolated' | 'generated';
  command: string | string[] | undefined;
  /** The repository's path of the working directory, `''` for the root; `undefined` when it is not known. */
  workingDirectory: string | undefined;
  deps: string[];
  outs: DvcOutput[];
  /** Outputs whose `path` holds an expression, as it is written. */
  outTemplates: DvcOutput[];
  /** File → keys; `null` is the whole file. */
  params: Record<string, string[] | null>;
  frozen: boolean;
  alwaysChanged: boolean;
  description: string | undefined;
  line: number;
}

/** An entry of `artifacts:` in dvc.yaml. @public */
export interface DvcArtifact {
  name: string;
  /** The repository's path of the artifact; a legacy entry may lack it. */
  path: string | undefined;
  type: string | undefined;
  description: string | undefined;
  labels: string[];
  declaredIn: SourceSpot;
}

/** Values of one metrics or params file, flattened to dotted keys. @public */
export interface ValuesFile {
  path: string;
  /** `in-remote`: the file is a DVC output, so its values are not in Git. */
  state: 'read' | 'in-remote' | 'absent' | 'problem';
  values: Record<string, Json>;
}

/**
 * `dvc.yaml`: the stages, and the artifacts, metrics, params and plots it names.
 * @public
 */
export interface DvcYamlFacts {
  kind: 'dvc-yaml';
  path: string;
  stages: DvcYamlStage[];
  artifacts: DvcArtifact[];
  metrics: ValuesFile[];
  params: ValuesFile[];
  plots: string[];
}

/** The patterns of a `.dvcignore`, each a line of it. @public */
export interface DvcIgnoreFacts {
  kind: 'dvc-ignore';
  path: string;
  patterns: { pattern: string; line: number }[];
}

/** `.dvc/config`, without secrets. @public */
export interface DvcConfigFacts {
  kind: 'dvc-config';
  path: string;
  /** The folder that holds `.dvc`, `''` for the root. */
  root: string;
  coreRemote: string | undefined;
  remotes: DvcRemote[];
  /** Everything else, redacted: section → key → value. */
  sections: Record<string, Record<string, string>>;
}

/** A remote of `.dvc/config`, without its secrets. @public */
export interface DvcRemote {
  name: string;
  /** Without credentials; `undefined` where the config has none. */
  url: string | undefined;
  scheme: string;
  options: Record<string, string>;
  /** Names of the keys whose values were left out as secrets. */
  redacted: string[];
  line: number;
}
