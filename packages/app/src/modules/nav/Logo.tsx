import { makeStyles } from '@material-ui/core';

const useStyles = makeStyles(theme => ({
  logo: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    whiteSpace: 'nowrap',
    fontSize: 20,
    fontWeight: 600,
    color: '#ffffff',
  },
}));

/** A branch with two heads, and the product's name where there is room for it. */
export const Logo = ({ withName }: { withName: boolean }) => {
  const classes = useStyles();
  return (
    <span className={classes.logo}>
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
        <path
          d="M9 25V7m0 9c0-5 14-2 14-9"
          fill="none"
          stroke="#7df3e1"
          strokeWidth="2.6"
          strokeLinecap="round"
        />
        <g fill="#7df3e1">
          <circle cx="9" cy="25" r="3.2" />
          <circle cx="9" cy="7" r="3.2" />
          <circle cx="23" cy="7" r="3.2" />
        </g>
      </svg>
      {withName && <span>GitOps ML</span>}
    </span>
  );
};
