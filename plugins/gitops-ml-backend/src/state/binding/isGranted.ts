import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** Whom a rule of configuration is for. References are full and lower-case. */
type Grantee =
  | { kind: 'entity'; entityRef: string }
  | { kind: 'owner'; ownerRef: string };

/** Is a rule for this entity: by its name, or by a relation that the catalog made? */
export function isGranted(rule: Grantee, entity: Entity): boolean {
  return rule.kind === 'entity'
    ? rule.entityRef === stringifyEntityRef(entity)
    : (entity.relations ?? []).some(
        ({ type, targetRef }) =>
          type === RELATION_OWNED_BY && targetRef === rule.ownerRef,
      );
}
