import { FeastProjectView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Disclosure } from '../../components/Disclosure/Disclosure';
import { SpotLink } from '../../components/SpotLink/SpotLink';
import { countNoun } from '../../view-model/countNoun';
import styles from './features.module.css';

/** Definitions that only running the code would tell: counted, never dropped. */
export const UnresolvedList = (props: { projects: FeastProjectView[] }) => {
  const unresolved = props.projects.flatMap(project => project.unresolved);
  if (unresolved.length === 0) return null;
  return (
    <Disclosure
      title={`${countNoun(
        unresolved.length,
        'definition',
      )} that can’t be read without running the code`}
      subtitle="They are not in the table. Write them as literals if they should be shown here."
    >
      <ul className={styles.unresolved}>
        {unresolved.map(({ path, line, url, what }) => (
          <li key={`${path}:${line} ${what}`}>
            <SpotLink path={path} line={line} url={url} /> {what}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
};
