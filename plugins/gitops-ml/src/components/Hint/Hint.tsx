import { ReactNode } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from '@backstage/ui';
import styles from './Hint.module.css';

/**
 * A short text whose long form is in a tooltip that the keyboard reaches too.
 * A screen reader hears both.
 */
export const Hint = (props: {
  text: string;
  hint: string;
  children?: ReactNode;
  quiet?: boolean;
}) => (
  <TooltipTrigger delay={300}>
    <Focusable>
      <span
        className={props.quiet ? styles.quiet : styles.hint}
        role="img"
        // Focus is how the keyboard reaches the tooltip.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={`${props.text}: ${props.hint}`}
      >
        {props.children ?? props.text}
      </span>
    </Focusable>
    <Tooltip>{props.hint}</Tooltip>
  </TooltipTrigger>
);
