import { formatBasic } from '../../http/formatBasic';

/** A repository of the demo's forge, and who may delete it. */
interface ForgeRepository {
  url: string;
  organisation: string;
  name: string;
  username: string;
  password: string;
}

async function send(
  { url, organisation, name, ...account }: ForgeRepository,
  method: 'GET' | 'DELETE',
): Promise<boolean> {
  const response = await fetch(`${url}/api/v1/repos/${organisation}/${name}`, {
    method,
    headers: { authorization: formatBasic(account) },
  });
  const text = await response.text();
  if (response.ok) return true;
  if (response.status === 404) return false;
  throw new Error(`the forge answered ${response.status}: ${text}`);
}

export const hasRepository = (repository: ForgeRepository) =>
  send(repository, 'GET');

/** Deletes it; one that isn't there is fine. */
export async function deleteRepository(
  repository: ForgeRepository,
): Promise<void> {
  await send(repository, 'DELETE');
}
