import { ReactElement } from 'react';
import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiCheckLine, RiCloseLine, RiFileCopyLine } from '@remixicon/react';
import { CopyOutcome, useCopied } from '../../hooks/useCopied';
import styles from './CopyButton.module.css';

const ICONS: Record<CopyOutcome, ReactElement> = {
  idle: <RiFileCopyLine />,
  copied: <RiCheckLine />,
  failed: <RiCloseLine />,
};

const WORDS: Record<Exclude<CopyOutcome, 'idle'>, string> = {
  copied: 'Copied',
  failed: 'The browser did not allow copying',
};

/** Copies a text; `what` completes "Copy …", `hint` is the tooltip. */
export const CopyButton = (props: {
  text: string;
  what: string;
  hint?: string;
}) => {
  const [outcome, copy] = useCopied(props.text);
  const label = `Copy ${props.what}`;
  return (
    <TooltipTrigger delay={300}>
      <ButtonIcon
        className={styles.button}
        size="small"
        variant="tertiary"
        icon={ICONS[outcome]}
        aria-label={outcome === 'idle' ? label : WORDS[outcome]}
        onPress={copy}
      />
      <Tooltip>
        {outcome === 'idle' ? props.hint ?? label : WORDS[outcome]}
      </Tooltip>
    </TooltipTrigger>
  );
};
