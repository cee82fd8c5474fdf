import { ARTIFACT_DIRECTORY, ARTIFACT_NAME } from '../reading/artifactName';

/** What a GTO tag does. `artifact` is `dir:name` or the bare name. @public */
export type GtoAction =
  | { kind: 'register' | 'deregister'; artifact: string; version: string }
  | { kind: 'assign' | 'unassign'; artifact: string; stage: string }
  | { kind: 'deprecate' | 'create'; artifact: string };

const NUMBER = '(?:0|[1-9]\\d*)';
const IDENTIFIER = '(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)';
const SEMVER =
  `${NUMBER}\\.${NUMBER}\\.${NUMBER}` +
  `(?:-${IDENTIFIER}(?:\\.${IDENTIFIER})*)?` +
  '(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?';

// artifact@v1.2.3  artifact@v1.2.3!  artifact#stage  artifact#stage!
// artifact@deprecated  artifact@created, each with a counter: #4
const TAG = new RegExp(
  `^(?<artifact>(?:${ARTIFACT_DIRECTORY}=)?${ARTIFACT_NAME})` +
    `(?:(?:#(?<stage>${ARTIFACT_NAME})|@(?<version>v${SEMVER}))(?<cancel>!?)` +
    '|@(?<lifecycle>deprecated|created))' +
    '(?:#[0-9]+)?$',
);

/**
 * Reads a Git tag's name as GTO does; `undefined` for any other tag. The counter
 * is left out: GTO writes it to keep names unique and orders by time.
 * Source: gto/constants.py `tag_re`, gto/tag.py `parse_name`.
 * @public
 */
export function parseTagName(tag: string): GtoAction | undefined {
  const groups = TAG.exec(tag)?.groups;
  if (!groups) return undefined;
  const artifact = groups.artifact.replace('=', ':');
  const cancelled = groups.cancel === '!';
  if (groups.version) {
    return {
      kind: cancelled ? 'deregister' : 'register',
      artifact,
      version: groups.version,
    };
  }
  if (groups.stage) {
    return {
      kind: cancelled ? 'unassign' : 'assign',
      artifact,
      stage: groups.stage,
    };
  }
  return {
    kind: groups.lifecycle === 'created' ? 'create' : 'deprecate',
    artifact,
  };
}
