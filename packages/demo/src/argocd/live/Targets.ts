import { KubernetesObject } from '../../cluster/KubernetesObject';
import { Source } from './operation/contract';

/** What an application's source holds at one commit, or why that isn't known. */
export type Targets =
  | {
      kind: 'loaded';
      /** The full commit. */
      revision: string;
      objects: readonly KubernetesObject[];
      /**
       * Equal for two commits where nothing changed below the paths of the
       * annotation manifest-generate-paths; absent where there is none.
       */
      digest?: string;
    }
  | { kind: 'failed'; message: string };

/** Which manifests are asked for. */
export interface TargetQuery {
  project: string;
  source: Source;
  /** A commit instead of `source.targetRevision`. */
  revision?: string;
  /** The annotation manifest-generate-paths: paths, divided by semicolons. */
  generatePaths?: string;
  /** Forget what was rendered before. */
  isHard?: boolean;
}

/** Where the controller gets manifests from. Never throws. */
export interface TargetSource {
  load(query: TargetQuery): Promise<Targets>;
}
