import { SearchField } from '@backstage/ui';
import { useViewState } from '../../hooks/useViewState';
import styles from './SearchBox.module.css';

/** The search of a tab's table; what is typed stands in the URL. */
export const SearchBox = ({ label }: { label: string }) => {
  const state = useViewState();
  return (
    <SearchField
      className={styles.root}
      size="small"
      aria-label={label}
      placeholder={label}
      value={state.get('search') ?? ''}
      onChange={search => state.set({ search }, { replace: true })}
    />
  );
};
