import { PropsWithChildren, useState } from 'react';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import styles from './Disclosure.module.css';

/** A part that opens on demand, e.g. a picture's numbers as a table. It is made when it first opens. */
export const Disclosure = (
  props: PropsWithChildren<{
    title: string;
    subtitle?: string;
    isOpen?: boolean;
    isOpenAtFirst?: boolean;
    onOpenChange?: (isOpen: boolean) => void;
  }>,
) => {
  const [wasOpened, setOpened] = useState(props.isOpenAtFirst ?? false);
  return (
    <Accordion
      isExpanded={props.isOpen}
      defaultExpanded={props.isOpenAtFirst}
      onExpandedChange={isOpen => {
        if (isOpen) setOpened(true);
        props.onOpenChange?.(isOpen);
      }}
    >
      <AccordionTrigger title={props.title} subtitle={props.subtitle} />
      <AccordionPanel>
        {(props.isOpen ?? wasOpened) && (
          <div className={styles.panel}>{props.children}</div>
        )}
      </AccordionPanel>
    </Accordion>
  );
};
