import {
  GitGenerator,
  paramsError,
  RepositoryFile,
  RepositoryRequest,
} from '@gitops-ml/core';
import { RepositoryError } from '../git/RepositoryError';
import { RepositoryTree } from '../git/RepositoryReader';
import { GeneratorContext } from './GeneratorContext';

/** What a git generator asks for. Throws `GenerateError`. */
export function readRepository(
  { generator, reads }: RepositoryRequest,
  { reader, credentialsOf }: GeneratorContext,
): Promise<RepositoryFile[]> {
  const { repoURL, revision = '', directories = [] } = generator;
  const what =
    directories.length > 0
      ? 'error getting directories from repo: error retrieving Git Directories'
      : 'error retrieving Git files';
  return reader
    .withTree(repoURL, revision, credentialsOf(repoURL), tree =>
      readTree(tree, reads),
    )
    .catch((error: unknown) => {
      if (!(error instanceof RepositoryError)) throw error;
      const words = describeFailure(error, generator);
      throw paramsError(
        `error generating params from git: ${what}: rpc error: code = Internal desc = ${words}`,
        words,
      );
    });
}

async function readTree(
  tree: RepositoryTree,
  reads: (path: string) => boolean,
): Promise<RepositoryFile[]> {
  const files: RepositoryFile[] = [];
  for (const entry of tree.entries) {
    const isWanted = entry.kind === 'blob' && reads(entry.path);
    const text = isWanted ? await tree.read(entry) : undefined;
    files.push({ path: entry.path, text });
  }
  return files;
}

function describeFailure(
  { stage, message }: RepositoryError,
  { repoURL, revision = '', files }: GitGenerator,
): string {
  if (stage === 'resolve') return `unable to resolve git revision : ${message}`;
  const pattern = files?.[0] ? ` pattern ${files[0].path}` : '';
  return `unable to checkout git repo ${repoURL} with revision ${revision}${pattern}: ${message}`;
}
