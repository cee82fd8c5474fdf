import { Addresses } from '../answers/Addresses';
import { RepositoryName } from '../requests/repositoryName';
import { Crumb } from './layout';

/** Links of pages begin at the forge's own root. */
export const links = new Addresses('');

/** A commit's name as people read it. */
export const shortOid = (oid: string) => oid.slice(0, 10);

/** The way to a repository. */
export function repositoryCrumbs(repository: RepositoryName): Crumb[] {
  const { owner, name } = repository;
  return [
    { name: owner, href: links.owner(owner) },
    { name, href: links.repository(repository) },
  ];
}
