import { CopyButton } from '../CopyButton/CopyButton';
import styles from './CommandLine.module.css';

/** A command to run, with a button that copies it. */
export const CommandLine = ({ command }: { command: string }) => (
  <div className={styles.root}>
    <code className={styles.code}>{command}</code>
    <CopyButton text={command} what={`command ${command}`} />
  </div>
);
