import { PropsWithChildren } from 'react';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import styles from './Disclosure.module.css';

/** A part that opens on demand, e.g. a picture's numbers as a table. */
export const Disclosure = (
  props: PropsWithChildren<{
    title: string;
    subtitle?: string;
    isOpen?: boolean;
    isOpenAtFirst?: boolean;
    onOpenChange?: (isOpen: boolean) => void;
  }>,
) => (
  <Accordion
    isExpanded={props.isOpen}
    defaultExpanded={props.isOpenAtFirst}
    onExpandedChange={props.onOpenChange}
  >
    <AccordionTrigger title={props.title} subtitle={props.subtitle} />
    <AccordionPanel>
      <div className={styles.panel}>{props.children}</div>
    </AccordionPanel>
  </Accordion>
);
