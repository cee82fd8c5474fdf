/** Why nothing is known of when something changed. */
export const NOT_IN_HISTORY =
  'The commit is not on the default branch, or the history was not read that far yet.';
