import { Text } from '@backstage/ui';
import { FeaturesResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { CommandLine } from '../../components/CommandLine/CommandLine';
import { DetailDrawer } from '../../components/DetailDrawer/DetailDrawer';
import { Section } from '../../components/Section/Section';
import { feastCommands } from '../../view-model/feastCommands';
import { parseProjectParameter } from '../../view-model/projectParameter';
import { FeatureConsumers } from './FeatureConsumers';
import { FeatureFacts } from './FeatureFacts';
import { FeatureHistory } from './FeatureHistory';
import { FeatureSchema } from './FeatureSchema';

/** One feature view: definition, consumers, history. */
export const FeatureDrawer = (props: {
  projectParameter: string | undefined;
  viewName: string;
  value: FeaturesResponse;
  onClose: () => void;
}) => {
  const { viewName, value } = props;
  const path = parseProjectParameter(props.projectParameter);
  const project = value.projects.find(one => one.path === path);
  const view = project?.featureViews.find(({ name }) => name === viewName);
  return (
    <DetailDrawer title={viewName} onClose={props.onClose}>
      {project && view ? (
        <>
          <FeatureFacts project={project} view={view} />
          <Section title="Features">
            <FeatureSchema view={view} />
          </Section>
          <Section title="Consumers">
            <FeatureConsumers project={project} view={view} />
          </Section>
          <Section title="Apply the definitions">
            {feastCommands(path).map(command => (
              <CommandLine key={command} command={command} />
            ))}
          </Section>
        </>
      ) : (
        <Text as="p">
          {`${viewName} is not defined at ${
            value.revision?.ref ?? 'this revision'
          }.`}
        </Text>
      )}
      <Section title="History">
        <FeatureHistory projectPath={path} viewName={viewName} />
      </Section>
    </DetailDrawer>
  );
};
