import { Text } from '@backstage/ui';
import { findFindingPage } from '../../view-model/live/findFindingPage';
import { Section } from '../Section/Section';
import styles from './FindingList.module.css';

/** What is to be said of a finding wherever it is found. */
export const FindingPageText = ({ code }: { code: string }) => {
  const page = findFindingPage(code);
  if (!page) {
    return (
      <Text as="p" color="secondary">
        {`This version of the page does not know ${code} yet.`}
      </Text>
    );
  }
  return (
    <>
      <Section title="What it means">
        <Text as="p">{page.means}</Text>
      </Section>
      <Section title="Why it matters">
        <Text as="p">{page.matters}</Text>
      </Section>
      <Section title="How to fix it">
        <ol className={styles.steps}>
          {page.fix.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
    </>
  );
};
