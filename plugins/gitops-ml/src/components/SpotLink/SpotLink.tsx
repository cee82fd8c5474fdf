import styles from './SpotLink.module.css';

/** `path:line`, leading to the forge's page of the file where there is one. */
export const SpotLink = (props: {
  path: string;
  line?: number;
  url?: string;
  /** Only the file's name, where space is short; the path is in the tooltip. */
  short?: boolean;
}) => {
  const line = props.line === undefined ? '' : `:${props.line}`;
  const title = `${props.path}${line}`;
  const text = props.short ? `${props.path.split('/').pop()}${line}` : title;
  return props.url ? (
    <a className={styles.link} href={props.url} title={title}>
      {text}
    </a>
  ) : (
    <span className={styles.text} title={title}>
      {text}
    </span>
  );
};
