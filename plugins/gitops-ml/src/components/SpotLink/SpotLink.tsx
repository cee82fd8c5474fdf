import styles from './SpotLink.module.css';

/** `path:line`, leading to the forge's page of the file where there is one. */
export const SpotLink = (props: {
  path: string;
  line?: number;
  url?: string;
}) => {
  const text =
    props.line === undefined ? props.path : `${props.path}:${props.line}`;
  return props.url ? (
    <a className={styles.link} href={props.url} title={text}>
      {text}
    </a>
  ) : (
    <span className={styles.text} title={text}>
      {text}
    </span>
  );
};
