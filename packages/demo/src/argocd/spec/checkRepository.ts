import { Application } from '../contract';
import { Context, findCredentials, findRepository } from '../Context';
import { RepositoryError } from '../git/RepositoryError';

/**
 * Why an application's repository, revision or path can't be used, in Argo CD's
 * words (ValidateRepo); `undefined` where they can. Manifests are not rendered.
 */
export async function checkRepository(
  context: Context,
  { spec }: Application,
): Promise<string | undefined> {
  const { repoURL = '', targetRevision = '', path = '' } = spec.source ?? {};
  const credentials = findCredentials(context, repoURL, spec.project);
  try {
    await context.reader.listRefs(repoURL, credentials);
  } catch (error) {
    if (!(error instanceof RepositoryError)) throw error;
    const stored = findRepository(context, repoURL, spec.project)?.spec;
    const repository = `&Repository{Repo: "${repoURL}", Type: "${
      stored?.type ?? ''
    }", Name: "${stored?.name ?? ''}", Project: "${stored?.project ?? ''}"}`;
    return `repository not accessible: repositories not accessible: ${repository}: repo client error while testing repository: rpc error: code = Unknown desc = error testing repository connectivity: unable to ls-remote HEAD on repository: ${error.message}`;
  }
  const failed = `Unable to generate manifests in ${path}: rpc error: code = Unknown desc =`;
  try {
    const isThere = await context.reader.withTree(
      repoURL,
      targetRevision,
      credentials,
      async ({ entries }) => isFolder(entries, path),
    );
    return isThere ? undefined : `${failed} ${path}: app path does not exist`;
  } catch (error) {
    if (!(error instanceof RepositoryError)) throw error;
    return `${failed} ${error.message}`;
  }
}

function isFolder(entries: readonly { path: string }[], path: string): boolean {
  const folder = path.replace(/^\.\/?/, '').replace(/\/+$/, '');
  return (
    folder === '' || entries.some(entry => entry.path.startsWith(`${folder}/`))
  );
}
