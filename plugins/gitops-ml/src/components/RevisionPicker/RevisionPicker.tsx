import { FormEvent, useEffect, useState } from 'react';
import { Button, ButtonIcon, TextField } from '@backstage/ui';
import { RiCloseLine, RiGitCommitLine } from '@remixicon/react';
import styles from './RevisionPicker.module.css';

/** Picks the branch, tag or commit that the page is about. Empty is the default branch. */
export const RevisionPicker = (props: {
  revision: string | undefined;
  defaultBranch: string | undefined;
  onPick: (revision: string | undefined) => void;
}) => {
  const { revision, onPick } = props;
  const [text, setText] = useState(revision ?? '');
  useEffect(() => setText(revision ?? ''), [revision]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPick(text.trim() || undefined);
  };
  return (
    <form className={styles.root} onSubmit={submit} aria-label="Revision">
      <TextField
        className={styles.field}
        size="small"
        aria-label="Branch, tag or commit"
        icon={<RiGitCommitLine />}
        placeholder={props.defaultBranch ?? 'default branch'}
        value={text}
        onChange={setText}
        spellCheck="false"
      />
      {text.trim() !== (revision ?? '') && (
        <Button size="small" variant="secondary" type="submit">
          Show
        </Button>
      )}
      {revision && (
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiCloseLine />}
          aria-label="Back to the default branch"
          onPress={() => onPick(undefined)}
        />
      )}
    </form>
  );
};
