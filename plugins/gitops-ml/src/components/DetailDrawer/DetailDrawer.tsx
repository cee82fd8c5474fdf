import { PropsWithChildren, ReactNode } from 'react';
import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import styles from './DetailDrawer.module.css';

/** Details of one row, at the right of the list that they belong to. */
export const DetailDrawer = (
  props: PropsWithChildren<{
    title: ReactNode;
    wide?: boolean;
    onClose: () => void;
  }>,
) => (
  <Dialog
    isOpen
    onOpenChange={isOpen => {
      if (!isOpen) props.onClose();
    }}
    className={props.wide ? styles.wide : styles.drawer}
  >
    <DialogHeader>{props.title}</DialogHeader>
    <DialogBody>
      <div className={styles.body}>{props.children}</div>
    </DialogBody>
  </Dialog>
);
