import { createHash } from 'node:crypto';
import { accountId } from '../records/ForgeRecords';
import { OrganisationRecord } from '../records/schema';
import { Addresses } from './Addresses';

const noDate = '0001-01-01T00:00:00Z';

const avatarOf = (addresses: Addresses, name: string) =>
  `${addresses.baseUrl}/avatars/${createHash('md5')
    .update(name)
    .digest('hex')}`;

/** An account or organisation as Gitea's `User`. */
function describeAny(
  addresses: Addresses,
  user: { id: number; name: string; email: string; created: string },
) {
  return {
    id: user.id,
    login: user.name,
    login_name: '',
    source_id: 0,
    full_name: '',
    email: user.email,
    avatar_url: avatarOf(addresses, user.name),
    html_url: addresses.owner(user.name),
    language: '',
    is_admin: false,
    last_login: noDate,
    created: user.created,
    restricted: false,
    active: false,
    prohibit_login: false,
    location: '',
    website: '',
    description: '',
    visibility: 'public',
    followers_count: 0,
    following_count: 0,
    starred_repos_count: 0,
    username: user.name,
  };
}

/** The one account. */
export function describeAccount(addresses: Addresses, username: string) {
  return describeAny(addresses, {
    id: accountId,
    name: username,
    email: `${accountId}+${username}@noreply.localhost`,
    created: noDate,
  });
}

/** An organisation as the owner of a repository. */
export function describeOwner(
  addresses: Addresses,
  { id, name, createdAt }: OrganisationRecord,
) {
  return describeAny(addresses, { id, name, email: '', created: createdAt });
}

/** An organisation as Gitea's `Organization`. */
export function describeOrganisation(
  addresses: Addresses,
  { id, name }: OrganisationRecord,
) {
  return {
    id,
    name,
    full_name: '',
    email: '',
    avatar_url: avatarOf(addresses, name),
    description: '',
    website: '',
    location: '',
    visibility: 'public',
    repo_admin_change_team_access: false,
    username: name,
  };
}
