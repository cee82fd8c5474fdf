import { useEffect, useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import { describeError } from './describeError';
import { EntityChoice } from './EntityChoice';

/** The entities to choose from and who asks, once they are there, or why they are not. */
type EntityChoices =
  | { status: 'loading' }
  | { status: 'ok'; choices: EntityChoice[]; ownershipEntityRefs: string[] }
  | { status: 'failed'; message: string };

/** Asks the catalog for the entities of these kinds that the user may see. */
export function useEntityChoices(kinds: readonly string[]): EntityChoices {
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  const [state, setState] = useState<EntityChoices>({ status: 'loading' });
  const key = kinds.join(' ');
  useEffect(() => {
    let gone = false;
    const set = (next: EntityChoices) => !gone && setState(next);
    const load = async (): Promise<EntityChoices> => {
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
      return { status: 'ok', choices, ownershipEntityRefs };
    };
    load().then(set, error =>
      set({ status: 'failed', message: describeError(error) }),
    );
    return () => {
      gone = true;
    };
  }, [catalog, identity, key]);
  return state;
}
