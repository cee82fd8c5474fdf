import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { normaliseRef } from './normaliseRef';

/** Who may show a repository that it was not read from. References are full and lower-case. */
export type AllowRule =
  | { kind: 'entity'; entityRef: string; url: string }
  | { kind: 'owner'; ownerRef: string; url: string };

/** Reads `gitopsMl.allow.repositories`; throws InputError where a rule names neither or both. */
export function readAllowRules(config: Config): AllowRule[] {
  const rules =
    config.getOptionalConfigArray('gitopsMl.allow.repositories') ?? [];
  return rules.map((rule, index) => {
    const url = rule.getString('url');
    const entity = rule.getOptionalString('entity');
    const owner = rule.getOptionalString('owner');
    if (entity && !owner) {
      return { kind: 'entity', entityRef: normaliseRef(entity), url };
    }
    if (owner && !entity) {
      return { kind: 'owner', ownerRef: normaliseRef(owner, 'group'), url };
    }
    throw new InputError(
      `gitopsMl.allow.repositories[${index}] must have exactly one of entity and owner`,
    );
  });
}
