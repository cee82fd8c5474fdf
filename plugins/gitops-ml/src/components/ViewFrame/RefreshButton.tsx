import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import { gitopsMlStateRefreshPermission } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { RiRefreshLine } from '@remixicon/react';
import { gitopsMlApiRef } from '../../api';
import { useEntityRef } from '../../hooks/useEntityRef';
import { describeViewError } from '../../view-model/describeViewError';

const WORDS: Record<string, string> = {
  started: 'The repository is being read again',
  'already-running': 'The repository is already being read',
};

/** Has the repository read again at once; hidden without the permission to. */
export const RefreshButton = ({ onDone }: { onDone: () => void }) => {
  const api = useApi(gitopsMlApiRef);
  const { ref, text } = useEntityRef();
  const [isPending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<string>();
  const { allowed } = usePermission({
    permission: gitopsMlStateRefreshPermission,
    resourceRef: text,
  });
  if (!allowed) return null;
  const refresh = async () => {
    setPending(true);
    try {
      const { status } = await api.refresh(ref);
      setOutcome(WORDS[status] ?? status);
    } catch (error) {
      setOutcome(
        error instanceof Error
          ? describeViewError(error).message
          : String(error),
      );
    }
    setPending(false);
    onDone();
  };
  return (
    <TooltipTrigger delay={300}>
      <ButtonIcon
        size="small"
        variant="secondary"
        icon={<RiRefreshLine />}
        aria-label={outcome ?? 'Read the repository again'}
        isPending={isPending}
        onPress={refresh}
      />
      <Tooltip>{outcome ?? 'Read the repository again'}</Tooltip>
    </TooltipTrigger>
  );
};
