import { Alert } from '@backstage/ui';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  getEntityRelations,
  humanizeEntityRef,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { gitopsMlStateReadPermission } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { useEntityRef } from '../../hooks/useEntityRef';

/** Which permission is missing on what, and whom to ask. */
export const ForbiddenState = () => {
  const { entity } = useEntity();
  const { text } = useEntityRef();
  const owners = getEntityRelations(entity, RELATION_OWNED_BY).map(owner =>
    humanizeEntityRef(owner, { defaultKind: 'group' }),
  );
  const whom = owners.length > 0 ? `its owner, ${owners.join(', ')}, or ` : '';
  return (
    <Alert
      status="warning"
      icon
      title={`You may not see what ${text} holds`}
      description={`It takes the permission ${gitopsMlStateReadPermission.name} on ${text}. Ask ${whom}whoever keeps the permission policy of this Backstage.`}
    />
  );
};
