import { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import { CommandLine } from '../CommandLine/CommandLine';
import styles from './EmptyState.module.css';

/**
 * Why there is nothing to show: what was looked for and where, what would make it
 * appear, and the commands that do it.
 */
interface EmptyStateProps {
  title: string;
  lookedFor: ReactNode;
  appearsWhen: ReactNode;
  commands: string[];
  docs?: { label: string; href: string };
  /** What to know before running them. */
  children?: ReactNode;
}

export const EmptyState = (props: EmptyStateProps) => (
  <div className={styles.root}>
    <Text as="h3" variant="title-x-small">
      {props.title}
    </Text>
    <Text as="p" color="secondary">
      {props.lookedFor}
    </Text>
    <Text as="p">{props.appearsWhen}</Text>
    {props.children}
    {props.commands.map(command => (
      <CommandLine key={command} command={command} />
    ))}
    {props.docs && (
      <a className={styles.docs} href={props.docs.href}>
        {props.docs.label}
      </a>
    )}
  </div>
);
