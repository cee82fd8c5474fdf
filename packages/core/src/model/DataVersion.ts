import { DvcHash, DvcImport, SourceSpot } from '../facts/dvc';

/**
 * A DVC output at a revision. Absent fields are unknown, never zero.
 * The CLI's `data` rows and the API's are made from it.
 * @public
 */
export interface DataVersion {
  path: string;
  kind: 'file' | 'directory' | 'table';
  hash: DvcHash | undefined;
  /** The file that records its hash is broken there: `hash` and `size` are unknown, not none. */
  unreadable: boolean;
  size: number | undefined;
  files: number | undefined;
  declaredIn: SourceSpot;
  /** The stage that writes it, of pipeline outputs only. */
  stage: string | undefined;
  /** The effective remote: the output's own, else `core.remote` of the nearest config. */
  remote: string | undefined;
  push: boolean;
  cache: boolean;
  external: boolean;
  imported: DvcImport | undefined;
  description: string | undefined;
  role: 'data' | 'metrics' | 'plots';
}
