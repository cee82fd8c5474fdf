import { useMemo } from 'react';
import { Button } from '@backstage/ui';
import { RiCheckLine, RiMarkdownLine } from '@remixicon/react';
import { EnvironmentsResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { CopyOutcome, useCopied } from '../../hooks/useCopied';
import { useNow } from '../../hooks/useNow';
import { formatOverview } from '../../view-model/live/formatOverview';

const WORDS: Record<CopyOutcome, string> = {
  idle: 'Copy as Markdown',
  copied: 'Copied',
  failed: 'The browser did not allow copying',
};

/** Copies the environments and findings, for a chat or an issue. */
export const CopyMarkdown = ({ value }: { value: EnvironmentsResponse }) => {
  const now = useNow();
  const text = useMemo(() => formatOverview(value, now), [value, now]);
  const [outcome, copy] = useCopied(text);
  return (
    <Button
      size="small"
      variant="tertiary"
      iconStart={outcome === 'copied' ? <RiCheckLine /> : <RiMarkdownLine />}
      onPress={copy}
    >
      {WORDS[outcome]}
    </Button>
  );
};
