/** A name of GTO's, as the source of a regular expression: artifacts and stages have it. */
export const ARTIFACT_NAME = '[a-zA-Z0-9](?:[a-zA-Z0-9\\-/_]*[a-zA-Z0-9])?';

/** The folder before an artifact's name. Source: gto/constants.py `dirname`. */
export const ARTIFACT_DIRECTORY = '[a-zA-Z0-9\\-_./]+';

/** A name that GTO can tag: `dir:name` or bare. Source: gto/constants.py `fullname_re`. */
export const ARTIFACT_PATTERN = new RegExp(
  `^(?:${ARTIFACT_DIRECTORY}:)?${ARTIFACT_NAME}$`,
);
