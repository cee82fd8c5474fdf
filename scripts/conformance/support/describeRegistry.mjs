const bySpelling = (a, b) => {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

const sorted = rows => [...rows].sort(bySpelling);

/** `2024-01-01T00:00:00+00:00` and `…Z` as one. */
const instant = time => new Date(time).toISOString();

const isFirst = (row, index, rows) =>
  rows.findIndex(other => JSON.stringify(other) === JSON.stringify(row)) ===
  index;

/** Our registry in the words of `gto show --json --deprecated`. */
function showOurs(artifacts) {
  const used = [
    ...new Set(artifacts.flatMap(each => Object.keys(each.stages))),
  ];
  return Object.fromEntries(
    artifacts.map(artifact => [
      artifact.name,
      {
        version: artifact.latest ?? null,
        stage: Object.fromEntries(
          used.map(stage => [stage, artifact.stages[stage]?.version ?? null]),
        ),
        registered: true,
        active: !artifact.deprecated,
      },
    ]),
  );
}

/** Our facts in a form that can be compared with the real gto's. */
export function describeOurs({ artifacts }) {
  return {
    show: showOurs(artifacts),
    versions: sorted(
      artifacts.flatMap(artifact =>
        artifact.versions.map(each => ({
          artifact: artifact.name,
          version: each.version,
          commit: each.commit,
          active: each.active,
          tag: each.tag ?? null,
          at: each.registeredAt ? instant(each.registeredAt) : null,
        })),
      ),
    ),
    assignments: sorted(
      artifacts.flatMap(artifact =>
        artifact.assignments.map(each => ({
          artifact: artifact.name,
          stage: each.stage,
          version: each.version,
          commit: each.commit,
          tag: each.tag,
          at: instant(each.at),
        })),
      ),
    ),
    active: sorted(
      artifacts.flatMap(artifact =>
        artifact.assignments
          .filter(each => each.active)
          .map(each => [artifact.name, each.version, each.commit, each.stage])
          .filter(isFirst),
      ),
    ),
  };
}

// gto makes a version for each event at a commit where none is registered, and
// another for each look at it; together they are our one implicit version.
const isVersion = version =>
  !version.discovered ||
  version.stages.some(stage => stage.assignments.length > 0);

/** What the real gto answered, in the same form. */
export function describeReal({ show, history, artifacts }) {
  const versions = Object.entries(artifacts).flatMap(([artifact, own]) =>
    own.filter(isVersion).map(version => ({ artifact, ...version })),
  );
  return {
    show,
    versions: sorted(
      versions
        .map(each => ({
          artifact: each.artifact,
          version: each.version,
          commit: each.commit,
          active: each.active,
          tag: each.registered ? each.ref : null,
          at: each.registered ? instant(each.at) : null,
        }))
        .filter(isFirst),
    ),
    assignments: sorted(
      history
        .filter(({ event }) => event === 'assignment')
        .map(each => ({
          artifact: each.artifact,
          stage: each.stage,
          version: each.version,
          commit: each.commit,
          tag: each.ref,
          at: instant(each.timestamp),
        })),
    ),
    active: sorted(
      versions
        .filter(each => each.active)
        .flatMap(each =>
          each.stages
            .filter(stage => stage.active)
            .map(stage => [
              each.artifact,
              each.version,
              each.commit,
              stage.stage,
            ]),
        )
        .filter(isFirst),
    ),
  };
}
