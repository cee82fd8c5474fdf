import { Text } from '@backstage/ui';
import { FeaturesResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { CommandLine } from '../../components/CommandLine/CommandLine';
import { Section } from '../../components/Section/Section';
import { feastCommands } from '../../view-model/feastCommands';

/** What comes after the definitions: whether a registry has them, Git does not say. */
export const ApplyDefinitions = (props: {
  projects: FeaturesResponse['projects'];
}) => {
  const defined = props.projects.filter(
    ({ featureViews }) => featureViews.length > 0,
  );
  if (defined.length === 0) return null;
  return (
    <Section title="Apply the definitions">
      <Text as="p" color="secondary">
        Git holds the definitions, not what a registry was told. In a clone, see
        what applying them would change, and apply them:
      </Text>
      {defined
        .flatMap(({ path }) => feastCommands(path))
        .map(command => (
          <CommandLine key={command} command={command} />
        ))}
    </Section>
  );
};
