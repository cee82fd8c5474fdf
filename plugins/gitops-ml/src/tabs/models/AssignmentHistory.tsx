import { Text } from '@backstage/ui';
import { ModelView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { CommandLine } from '../../components/CommandLine/CommandLine';
import { quoteShell } from '../../view-model/quoteShell';
import { AssignmentItem } from './AssignmentItem';
import { StageChips } from './StageChips';
import styles from './models.module.css';

/** Every assignment of a stage, newest first, with the tag that made it. */
export const AssignmentHistory = (props: {
  model: ModelView;
  versionName: string;
}) => {
  const { model, versionName } = props;
  const current = Object.values(model.stages);
  if (model.assignments.length === 0) {
    return (
      <>
        <Text as="p" color="secondary">
          No version was ever assigned to a stage.
        </Text>
        <CommandLine
          command={`gto assign ${quoteShell(model.name)} --version ${quoteShell(
            versionName,
          )} --stage staging`}
        />
        <CommandLine command="git push --follow-tags" />
      </>
    );
  }
  return (
    <>
      <StageChips assignments={current} />
      <ol className={styles.history} aria-label="Assignments, newest first">
        {model.assignments.map(assignment => (
          <AssignmentItem
            key={assignment.tag}
            assignment={assignment}
            isCurrent={current.some(({ tag }) => tag === assignment.tag)}
          />
        ))}
      </ol>
    </>
  );
};
