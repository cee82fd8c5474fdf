import { useState } from 'react';
import { Button } from '@backstage/ui';
import { ProblemView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { countNoun } from '../../view-model/countNoun';
import { describeProblems } from '../../view-model/describeProblems';
import { Disclosure } from '../Disclosure/Disclosure';
import { ProblemItem } from './ProblemItem';
import styles from './ProblemList.module.css';

/** More than this stand closed at first, so that the page itself is seen. */
const OPEN_UP_TO = 3;
const FIRST_SHOWN = 50;

/** What could not be read, each with its place and remedy. Nothing when all is well. */
export const ProblemList = ({ problems }: { problems: ProblemView[] }) => {
  const [shown, setShown] = useState(FIRST_SHOWN);
  if (problems.length === 0) return null;
  const { title, subtitle } = describeProblems(problems);
  return (
    <Disclosure
      title={title}
      subtitle={subtitle}
      isOpenAtFirst={problems.length <= OPEN_UP_TO}
    >
      <ul className={styles.list}>
        {problems.slice(0, shown).map((problem, index) => (
          <ProblemItem key={index} problem={problem} />
        ))}
      </ul>
      {problems.length > shown && (
        <Button variant="tertiary" onPress={() => setShown(problems.length)}>
          {`Show ${countNoun(problems.length - shown, 'more problem')}`}
        </Button>
      )}
    </Disclosure>
  );
};
