import { useCallback } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import { EntityChoice } from './EntityChoice';
import { Loaded, useLoaded } from './useLoaded';

/** The entities to choose from and who asks. */
interface EntityChoices {
  choices: EntityChoice[];
  ownershipEntityRefs: string[];
}

/** Asks the catalog for the entities of these kinds that the user may see. */
export function useEntityChoices(
  kinds: readonly string[],
): Loaded<EntityChoices> {
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  const key = kinds.join(' ');
  const load = useCallback(async () => {
    const [{ items }, { ownershipEntityRefs }] = await Promise.all([
      catalog.getEntities({
        filter: { kind: key.split(' ') },
        fields: ['kind', 'metadata', 'spec.profile'],
        order: { field: 'metadata.name', order: 'asc' },
      }),
      identity.getBackstageIdentity(),
    ]);
    const choices = items.map(entity => ({
      value: stringifyEntityRef(entity),
      label: entityPresentationSnapshot(entity).primaryTitle,
    }));
    return { choices, ownershipEntityRefs };
  }, [catalog, identity, key]);
  return useLoaded(load);
}
