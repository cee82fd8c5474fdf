import { PropsWithChildren } from 'react';
import { Text } from '@backstage/ui';
import { CommandLine } from '../CommandLine/CommandLine';
import { Section } from '../Section/Section';
import styles from './NextStep.module.css';

/** What is missing beside what is shown, and the commands that bring it; children say what to know before. */
export const NextStep = (
  props: PropsWithChildren<{
    title: string;
    why: string;
    commands: string[];
  }>,
) => (
  <div className={styles.root}>
    <Section title={props.title}>
      <Text as="p" color="secondary">
        {props.why}
      </Text>
      {props.children}
      {props.commands.map(command => (
        <CommandLine key={command} command={command} />
      ))}
    </Section>
  </div>
);
