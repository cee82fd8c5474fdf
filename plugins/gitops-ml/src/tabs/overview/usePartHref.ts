import { useCallback } from 'react';
import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { PartHref } from '../../components/StateTuple/StateTuple';
import { useEntityHref } from '../../hooks/useEntityHref';
import { useEntityRef } from '../../hooks/useEntityRef';

const TABS = {
  features: 'ml-features',
  data: 'ml-data',
  model: 'ml-models',
} as const;

/** Leads from a part of what Git wants to the tab that shows it at that commit. */
export function usePartHref({ desired }: EnvironmentView): PartHref {
  const { text } = useEntityRef();
  const hrefOf = useEntityHref();
  const commit = desired.tuple?.commit;
  return useCallback(
    part => {
      if (part === 'code') return desired.tuple?.code.changedIn?.url;
      if (part === 'configuration' || !commit) return undefined;
      return hrefOf(text, TABS[part], { revision: commit.oid });
    },
    [hrefOf, text, commit, desired],
  );
}
