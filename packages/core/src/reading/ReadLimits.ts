/**
 * Bounds of one reading. Exceeding one is a problem (`too-large`,
 * `limit-exceeded`), never an exception; time is bounded by the worker thread.
 * @public
 */
export interface ReadLimits {
  /** Bytes of one file. */
  bytes: number;
  /** Nesting of YAML, JSON or Python. */
  depth: number;
  /** Nodes of one parsed document. */
  nodes: number;
  /** Items of one list in the facts: outputs, stages, views, fields. */
  entries: number;
}

/**
 * Far above what people write by hand, and little enough for a worker's memory.
 * @public
 */
export const DEFAULT_READ_LIMITS: ReadLimits = {
  bytes: 4 * 1024 * 1024,
  depth: 64,
  nodes: 500_000,
  entries: 50_000,
};
