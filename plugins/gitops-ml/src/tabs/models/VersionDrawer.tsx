import { Text } from '@backstage/ui';
import {
  ModelsResponse,
  ModelView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { CommandLine } from '../../components/CommandLine/CommandLine';
import { SignInNote } from '../../components/CommandLine/SignInNote';
import { DetailDrawer } from '../../components/DetailDrawer/DetailDrawer';
import { Section } from '../../components/Section/Section';
import { findPrevious } from '../../view-model/collectModelRows';
import { getCommand } from '../../view-model/dataCommands';
import { findRemote } from '../../view-model/findRemote';
import { AssignmentHistory } from './AssignmentHistory';
import { VersionFacts } from './VersionFacts';
import { VersionInputs } from './VersionInputs';
import { VersionMetrics } from './VersionMetrics';
import { VersionParams } from './VersionParams';
import styles from './models.module.css';

/** Left one version with its provenance, right the stages' history across versions. */
export const VersionDrawer = (props: {
  model: ModelView;
  versionName: string;
  value: ModelsResponse;
  onClose: () => void;
}) => {
  const { model, versionName } = props;
  const version = model.versions.find(one => one.version === versionName);
  const previous = version && findPrevious(model, version);
  const remote = findRemote(props.value, version?.artifact);
  return (
    <DetailDrawer
      title={`${model.name} ${versionName}`}
      wide
      onClose={props.onClose}
    >
      <div className={styles.columns}>
        {version ? (
          <div className={styles.column}>
            <Section title="Provenance">
              <VersionFacts version={version} />
            </Section>
            {version.artifact && (
              <Section title="Get the file">
                <SignInNote asksFor={remote?.asksFor ?? []} />
                <CommandLine
                  command={getCommand(
                    props.value.repository.url,
                    version.artifact.path,
                    version.commit.oid,
                    remote,
                  )}
                />
              </Section>
            )}
            <Section title="Metrics">
              <VersionMetrics
                model={model}
                version={version}
                previous={previous}
              />
            </Section>
            <Section title="Inputs">
              <VersionInputs version={version} previous={previous} />
            </Section>
            <Section title="Parameters">
              <VersionParams version={version} previous={previous} />
            </Section>
          </div>
        ) : (
          <Text as="p">
            {`${model.name} has no version ${versionName} at this revision.`}
          </Text>
        )}
        <Section title="Stages across versions">
          <AssignmentHistory model={model} versionName={versionName} />
        </Section>
      </div>
    </DetailDrawer>
  );
};
