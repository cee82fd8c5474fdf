import {
  DataOutputView,
  DataResponse,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { CommandLine } from '../../components/CommandLine/CommandLine';
import { SignInNote } from '../../components/CommandLine/SignInNote';
import { Section } from '../../components/Section/Section';
import { findRemote } from '../../view-model/findRemote';
import {
  describeVersionCommands,
  VersionCommand,
} from '../../view-model/describeVersionCommands';
import styles from './GetVersion.module.css';

const Group = ({ title, commands }: VersionCommand) => (
  <div className={styles.group}>
    <span className={styles.title}>{title}</span>
    {commands.map(command => (
      <CommandLine key={command} command={command} />
    ))}
  </div>
);

/** How to get an output's version, or to make it where it was never made. */
export const GetVersion = (props: {
  output: DataOutputView;
  value: DataResponse;
}) => {
  const { output, value } = props;
  const groups = describeVersionCommands(output, value);
  if (groups.length === 0) return null;
  return (
    <Section title="Get this version">
      <SignInNote asksFor={findRemote(value, output)?.asksFor ?? []} />
      {groups.map(group => (
        <Group key={group.title} {...group} />
      ))}
    </Section>
  );
};
