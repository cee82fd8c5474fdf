import fc from 'fast-check';
import { AnnotatedTag } from '../facts/gto';
import { resolveGto } from './resolveGto';

const at = (second: number) =>
  new Date(Date.UTC(2024, 0, 1) + second * 1000)
    .toISOString()
    .replace('.000Z', 'Z');

const tag = (
  name: string,
  commit: string | undefined,
  second: number,
): AnnotatedTag => ({
  name,
  commit,
  taggedAt: at(second),
  tagger: 'Ann',
  message: `message of ${name}`,
});

/** Tags, the artifact's stages as stage → version, and the problems' tags. */
function resolve(tags: AnnotatedTag[], asOf?: string) {
  const { facts, problems } = resolveGto(tags, { asOf });
  return {
    artifacts: facts.artifacts,
    stages: Object.fromEntries(
      facts.artifacts.map(({ name, stages }) => [
        name,
        Object.fromEntries(
          Object.entries(stages).map(([stage, each]) => [stage, each.version]),
        ),
      ]),
    ),
    problems: problems.map(({ code, severity, path }) => [
      code,
      severity,
      path,
    ]),
  };
}

// That these are gto's own answers is shown by scripts/conformance/gto.test.mjs.
describe('resolveGto', () => {
  it('gives versions, stages and assignments with their tags', () => {
    const { facts, problems } = resolveGto([
      tag('m@v1.0.0#1', 'c1', 1),
      tag('m#prod#2', 'c1', 2),
    ]);
    const assignment = {
      stage: 'prod',
      version: 'v1.0.0',
      commit: 'c1',
      tag: 'm#prod#2',
      at: at(2),
      author: 'Ann',
      active: true,
    };
    expect(problems).toEqual([]);
    expect(facts).toEqual({
      kind: 'gto',
      artifacts: [
        {
          name: 'm',
          deprecated: false,
          latest: 'v1.0.0',
          versions: [
            {
              version: 'v1.0.0',
              commit: 'c1',
              tag: 'm@v1.0.0#1',
              registeredAt: at(1),
              author: 'Ann',
              message: 'message of m@v1.0.0#1',
              active: true,
              implicit: false,
            },
          ],
          stages: { prod: assignment },
          assignments: [assignment],
        },
      ],
    });
  });

  it('goes back when an older version is assigned again', () => {
    const { stages } = resolve([
      tag('m@v1.0.0', 'c1', 1),
      tag('m@v2.0.0', 'c2', 2),
      tag('m#prod#1', 'c1', 3),
      tag('m#prod#2', 'c2', 4),
      tag('m#prod#3', 'c1', 5),
    ]);
    expect(stages).toEqual({ m: { prod: 'v1.0.0' } });
  });

  it('falls back to the older version that is still assigned', () => {
    const { stages, artifacts } = resolve([
      tag('m@v1.0.0', 'c1', 1),
      tag('m@v2.0.0', 'c2', 2),
      tag('m#prod#1', 'c1', 3),
      tag('m#prod#2', 'c2', 4),
      tag('m#prod!#3', 'c2', 5),
    ]);
    expect(stages).toEqual({ m: { prod: 'v1.0.0' } });
    expect(
      artifacts[0].assignments.map(each => [each.tag, each.active]),
    ).toEqual([
      ['m#prod#2', false],
      ['m#prod#1', true],
    ]);
  });

  it('leaves an unassigned stage out', () => {
    const { stages } = resolve([
      tag('m@v1.0.0', 'c1', 1),
      tag('m#prod#1', 'c1', 2),
      tag('m#prod!#2', 'c1', 3),
    ]);
    expect(stages).toEqual({ m: {} });
  });

  it('takes the greatest active version for the latest', () => {
    const { artifacts } = resolve([
      tag('m@v1.10.0', 'c1', 1),
      tag('m@v1.9.0', 'c2', 2),
      tag('m@v2.0.0', 'c3', 3),
      tag('m@v2.0.0!', 'c3', 4),
    ]);
    expect(artifacts[0].latest).toBe('v1.10.0');
    expect(
      artifacts[0].versions.map(each => [each.version, each.active]),
    ).toEqual([
      ['v2.0.0', false],
      ['v1.9.0', true],
      ['v1.10.0', true],
    ]);
  });

  it('ends the stages of a deregistered version', () => {
    const { stages, artifacts } = resolve([
      tag('m@v1.0.0', 'c1', 1),
      tag('m#prod#1', 'c1', 2),
      tag('m@v1.0.0!', 'c1', 3),
    ]);
    expect(stages).toEqual({ m: {} });
    expect(artifacts[0].latest).toBeUndefined();
    expect(artifacts[0].assignments[0].active).toBe(false);
  });

  it('names a version by its commit when only a stage implies it', () => {
    const { stages, artifacts } = resolve([tag('m#prod#1', 'c1', 1)]);
    expect(stages).toEqual({ m: { prod: 'c1' } });
    expect(artifacts[0].latest).toBeUndefined();
    expect(artifacts[0].versions).toEqual([
      {
        version: 'c1',
        commit: 'c1',
        tag: undefined,
        registeredAt: undefined,
        author: undefined,
        message: undefined,
        active: true,
        implicit: true,
      },
    ]);
  });

  it('gives an assignment to the version of its commit, even if older', () => {
    const { stages } = resolve([
      tag('m#prod#1', 'c1', 1),
      tag('m@v1.0.0', 'c1', 2),
    ]);
    expect(stages).toEqual({ m: { prod: 'v1.0.0' } });
  });

  it('follows the time where counters say otherwise', () => {
    const { stages } = resolve([
      tag('m@v1.0.0', 'c1', 1),
      tag('m@v2.0.0', 'c2', 2),
      tag('m#prod#9', 'c2', 3),
      tag('m#prod#2', 'c1', 4),
    ]);
    expect(stages).toEqual({ m: { prod: 'v1.0.0' } });
  });

  it.each([
    ['deprecated', [tag('m@deprecated', 'c1', 2)], true],
    ['deprecated before', [tag('m@deprecated', 'c1', 0)], false],
    [
      'revived by a version',
      [tag('m@deprecated', 'c1', 2), tag('m@v1.1.0', 'c2', 3)],
      false,
    ],
    [
      'revived by an unassignment',
      [tag('m@deprecated', 'c1', 2), tag('m#prod!', 'c1', 3)],
      false,
    ],
  ])('knows an artifact as %s', (_, more, deprecated) => {
    const { artifacts } = resolve([tag('m@v1.0.0', 'c1', 1), ...more]);
    expect(artifacts[0].deprecated).toBe(deprecated);
  });

  it('sees only what was there at a time, that second included', () => {
    const tags = [
      tag('m@v1.0.0', 'c1', 1),
      tag('m@v2.0.0', 'c2', 5),
      tag('m@v3.0.0', undefined, 6),
    ];
    expect(resolve(tags, at(4)).artifacts[0].latest).toBe('v1.0.0');
    expect(resolve(tags, at(5)).artifacts[0].latest).toBe('v2.0.0');
    expect(resolve(tags, at(5)).problems).toEqual([]);
    expect(resolve(tags, '2024-01-01T02:00:04+02:00').artifacts[0].latest).toBe(
      'v1.0.0',
    );
  });

  it('says which stage is open where a commit has several versions', () => {
    const { stages, artifacts, problems } = resolve([
      tag('m@v1.0.0', 'c1', 1),
      tag('m@v1.0.1', 'c1', 2),
      tag('m#prod#1', 'c1', 3),
    ]);
    expect(problems).toEqual([['invalid-tag', 'error', 'refs/tags/m#prod#1']]);
    expect(artifacts[0].versions.map(each => each.version)).toEqual([
      'v1.0.1',
      'v1.0.0',
    ]);
    expect(stages).toEqual({ m: {} });
  });

  it('revives an artifact by a "created" tag, at which gto stops', () => {
    const { artifacts, problems } = resolve([
      tag('m@v1.0.0', 'c1', 1),
      tag('m@deprecated#1', 'c1', 2),
      tag('m@created#2', 'c1', 3),
    ]);
    expect(artifacts[0].deprecated).toBe(false);
    expect(problems).toEqual([
      ['invalid-tag', 'warning', 'refs/tags/m@created#2'],
    ]);
  });

  it('names tags that point to no commit or have no date', () => {
    const { artifacts, problems } = resolve([
      tag('m@v1.0.0', 'c1', 1),
      tag('m@v2.0.0', undefined, 2),
      { ...tag('m@v3.0.0', 'c3', 3), taggedAt: '' },
      tag('v4.0.0', undefined, 4),
    ]);
    expect(artifacts[0].latest).toBe('v1.0.0');
    expect(problems).toEqual([
      ['invalid-tag', 'error', 'refs/tags/m@v2.0.0'],
      ['invalid-tag', 'error', 'refs/tags/m@v3.0.0'],
    ]);
  });

  it('warns of tags that end nothing', () => {
    const { problems } = resolve([
      tag('m@v1.0.0', 'c1', 1),
      tag('m@v1.0.0!', 'c2', 2),
      tag('m#prod!', 'c3', 3),
    ]);
    expect(problems).toEqual([
      ['invalid-tag', 'warning', 'refs/tags/m#prod!'],
      ['invalid-tag', 'warning', 'refs/tags/m@v1.0.0!'],
    ]);
  });

  it('answers the same in whatever order the tags come', () => {
    const any = fc.record({
      name: fc.constantFrom(
        'm@v1.0.0#1',
        'm@v1.0.0!#2',
        'm@v2.0.0#3',
        'm#prod#4',
        'm#prod#5',
        'm#prod!#6',
        'm@deprecated#7',
        'd=n#dev#8',
        'other',
      ),
      commit: fc.constantFrom('c1', 'c2', undefined),
      taggedAt: fc.constantFrom(at(1), at(2), at(3), 'never'),
      tagger: fc.constant(undefined),
      message: fc.constant(undefined),
    });
    const tags = fc.uniqueArray(any, { selector: each => each.name });
    fc.assert(
      fc.property(
        tags.chain(list =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(list, { minLength: list.length }),
          ),
        ),
        ([list, shuffled]) => {
          expect(resolveGto(shuffled)).toEqual(resolveGto(list));
        },
      ),
    );
  });
});
