import { RepositoryFile, RepositoryRequest } from '../argocd/generators/Asking';
import { parseParameterFile } from '../argocd/generators/parseParameterFile';
import { decodeText } from '../../reading/decodeText';
import { Problem } from '../../reading/Problem';
import { ReadLimits } from '../../reading/ReadLimits';
import { TracedTree } from '../../reading/TracedTree';

/**
 * Answers a git generator out of the commit that is being read. A parameter file that
 * can't be read is a problem and left out: Argo CD would keep all environments as they
 * are, and the others are still to be seen.
 */
export class ApplicationSetTree {
  readonly problems: Problem[] = [];
  readonly parameterFiles: string[] = [];

  constructor(
    private readonly tree: TracedTree,
    private readonly limits: ReadLimits,
  ) {}

  /** Something is missing from the answer as long as the tree has needs. */
  answer({ generator, reads }: RepositoryRequest): RepositoryFile[] {
    const patterns = [
      ...(generator.directories ?? []),
      ...(generator.files ?? []),
    ];
    const folders = new Set(
      patterns
        .filter(({ exclude }) => !exclude)
        .map(({ path }) => literalFolder(path)),
    );
    const paths = new Set(
      [...folders].flatMap(folder => this.tree.list(folder, '') ?? []),
    );
    return [...paths].flatMap((path): RepositoryFile[] => {
      if (!reads(path)) return [{ path, text: undefined }];
      const text = this.#readText(path);
      return text === undefined ? [] : [{ path, text }];
    });
  }

  #readText(path: string): string | undefined {
    const file = this.tree.get(path);
    if (file?.kind !== 'bytes') return undefined;
    this.parameterFiles.push(path);
    const decoded = decodeText(file.bytes, path, this.limits);
    if ('problem' in decoded) {
      this.problems.push(decoded.problem);
      return undefined;
    }
    const parsed = parseParameterFile(decoded.text);
    if (parsed.kind === 'parameters') return decoded.text;
    const args = { reason: parsed.message };
    this.problems.push({ code: 'yaml-syntax', severity: 'error', path, args });
    return undefined;
  }
}

/** The folder before the first segment that holds a wildcard; the last segment may be a file. */
function literalFolder(pattern: string): string {
  const segments = pattern
    .replace(/^(?:\.\/)+/, '')
    .split('/')
    .slice(0, -1);
  const wild = segments.findIndex(segment => /[*?[\\]/.test(segment));
  return (wild < 0 ? segments : segments.slice(0, wild)).join('/');
}
