import { PropsWithChildren, ReactNode, useId } from 'react';
import { Text } from '@backstage/ui';
import styles from './Section.module.css';

/** A titled part of a page; `aside` stands at the right of the title. */
export const Section = (
  props: PropsWithChildren<{ title: string; aside?: ReactNode }>,
) => {
  const id = useId();
  return (
    <section className={styles.root} aria-labelledby={id}>
      <div className={styles.head}>
        <Text as="h3" id={id} variant="body-large" weight="bold">
          {props.title}
        </Text>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
};
