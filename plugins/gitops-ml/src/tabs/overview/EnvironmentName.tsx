import { Button } from '@backstage/ui';
import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { BreakableName } from '../../components/BreakableName/BreakableName';
import { Hint } from '../../components/Hint/Hint';
import { formatAbsoluteTime } from '../../view-model/formatTime';
import { AnswerLine } from '../../view-model/live/collectEnvironmentRows';
import { describeDeclaration } from '../../view-model/live/describeDeclaration';
import styles from './overview.module.css';

const shorten = (revision: string) =>
  /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 7) : revision;

const describeAgreeing = (lines: AnswerLine[]) =>
  `${lines.map(({ title }) => title).join(' and ')}: the same`;

/** What the last commit says that Git wants here, with who and when. */
const DesiredCommit = ({ environment }: { environment: EnvironmentView }) => {
  const commit = environment.desired.tuple?.commit;
  if (!commit) return null;
  const [subject] = commit.message.split('\n', 1);
  return (
    <Hint
      text={subject}
      hint={`${commit.author} · ${
        formatAbsoluteTime(commit.date) ?? commit.date
      }`}
      quiet
    >
      <span className={styles.subject}>{subject}</span>
    </Hint>
  );
};

/** An environment by name, who declares it, and which answers agree with what Git wants. */
export const EnvironmentName = (props: {
  environment: EnvironmentView;
  agreeing: AnswerLine[];
  isOpen: boolean;
  onToggle: () => void;
}) => {
  const { environment, agreeing, isOpen } = props;
  return (
    <div className={styles.answer}>
      <Hint
        text={environment.name}
        hint={describeDeclaration(environment)}
        quiet
      >
        <strong className={styles.name}>
          <BreakableName name={environment.name} />
        </strong>
      </Hint>
      {environment.revision && (
        <span className={styles.note} title={environment.revision}>
          {`at ${shorten(environment.revision)}`}
        </span>
      )}
      <DesiredCommit environment={environment} />
      {agreeing.length > 0 && (
        <Button
          size="small"
          variant="tertiary"
          className={styles.same}
          aria-expanded={isOpen}
          onPress={props.onToggle}
        >
          {describeAgreeing(agreeing)}
        </Button>
      )}
    </div>
  );
};
