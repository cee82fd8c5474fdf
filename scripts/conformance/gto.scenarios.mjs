// Tags as [name, index of the commit, second]. Five commits, all older than the
// tags.

/** Cases in which we show what gto shows. */
export const scenarios = [
  { title: 'shows nothing without tags', tags: [] },
  {
    title: 'passes over tags of other forms',
    tags: [
      ['v1.0.0', 0, 1],
      ['m@1.0.0', 0, 2],
      ['m@v1.0', 0, 3],
      ['m#', 0, 4],
      ['a=b=m@v1.0.0', 0, 5],
    ],
  },
  {
    title: 'takes the greatest active version for the latest, not the newest',
    tags: [
      ['m@v1.10.0', 0, 1],
      ['m@v1.9.0', 1, 2],
      ['m@v1.10.0-rc.1', 2, 3],
      ['m@v2.0.0', 3, 4],
      ['m@v2.0.0!', 3, 5],
    ],
  },
  {
    title: 'orders prereleases, build metadata and long numbers',
    tags: [
      ['a@v1.0.0-alpha.2', 0, 1],
      ['a@v1.0.0-alpha.11', 1, 2],
      ['a@v1.0.0-alpha.beta', 2, 3],
      ['b@v1.0.0+one', 0, 1],
      ['b@v1.0.0+two', 1, 2],
      ['c@v20240101123456789012.0.0', 0, 1],
      ['c@v20240101123456789011.9.0', 1, 2],
    ],
  },
  {
    title: 'goes back when an older version is assigned again',
    tags: [
      ['m@v1.0.0', 0, 1],
      ['m@v2.0.0', 1, 2],
      ['m#prod#1', 0, 3],
      ['m#prod#2', 1, 4],
      ['m#prod#3', 0, 5],
    ],
  },
  {
    title: 'falls back to the older version that is still assigned',
    tags: [
      ['m@v1.0.0', 0, 1],
      ['m@v2.0.0', 1, 2],
      ['m#prod#1', 0, 3],
      ['m#prod#2', 1, 4],
      ['m#prod!#3', 1, 5],
    ],
  },
  {
    title: 'follows the time where counters say otherwise',
    tags: [
      ['m@v1.0.0#9', 0, 1],
      ['m@v2.0.0#1', 1, 2],
      ['m#prod#8', 1, 3],
      ['m#prod#2', 0, 4],
    ],
  },
  {
    title: 'lets a version be registered again',
    tags: [
      ['m@v1.0.0#1', 0, 1],
      ['m@v1.0.0!#2', 0, 2],
      ['m@v1.0.0#3', 0, 3],
      ['m#prod#4', 0, 4],
    ],
  },
  {
    title: 'drops the stages of a deregistered version',
    tags: [
      ['m@v1.0.0', 0, 1],
      ['m@v2.0.0', 1, 2],
      ['m#prod#1', 0, 3],
      ['m#prod#2', 1, 4],
      ['m@v2.0.0!', 1, 5],
    ],
  },
  {
    title: 'gives an assignment to the version of its commit, even if older',
    tags: [
      ['m#prod#1', 0, 1],
      ['m@v1.0.0', 0, 2],
    ],
  },
  {
    title: 'names an implicit version by its commit',
    tags: [
      ['m#prod#1', 0, 1],
      ['m#dev#2', 0, 2],
      ['m#dev#3', 1, 3],
      ['m#dev!#4', 1, 4],
    ],
  },
  {
    title: 'lists two versions of one commit while no stage is assigned there',
    tags: [
      ['m@v1.0.0', 0, 1],
      ['m@v1.0.1', 0, 2],
    ],
  },
  {
    title: 'leaves out the stage of a commit with two versions',
    tags: [
      ['m@v1.0.0', 0, 1],
      ['m@v1.0.1', 0, 2],
      ['m@v1.1.0', 1, 3],
      ['m#prod#1', 1, 4],
      ['m#prod#2', 0, 5],
      ['m#dev!#3', 0, 6],
      ['m@deprecated', 0, 5],
    ],
  },
  {
    title: 'tells versions of one name on two commits apart',
    tags: [
      ['m@v1.0.0#1', 0, 1],
      ['m@v1.0.0#2', 1, 2],
      ['m#prod#3', 0, 3],
      ['m@v1.0.0!#4', 0, 4],
    ],
  },
  {
    title: 'takes a deregistration elsewhere for an inactive version',
    tags: [
      ['m@v1.0.0', 0, 1],
      ['m@v1.0.0!', 1, 2],
      ['m#prod#1', 1, 3],
    ],
  },
  {
    title: 'deprecates, and revives on any later event',
    tags: [
      ['a@v1.0.0', 0, 1],
      ['a@deprecated', 0, 2],
      ['b@v1.0.0', 0, 1],
      ['b@deprecated', 0, 2],
      ['b@v1.0.1', 1, 3],
      ['c@v1.0.0', 0, 1],
      ['c#prod#1', 0, 2],
      ['c@deprecated', 0, 3],
      ['c#prod!#2', 0, 4],
      ['d@deprecated', 0, 1],
      ['e@v1.0.0', 0, 5],
      ['e@deprecated', 0, 5],
    ],
  },
  {
    title: 'keeps artifacts of folders apart',
    tags: [
      ['m@v1.0.0', 0, 1],
      ['sub=m@v2.0.0', 0, 2],
      ['sub/deep=m@v3.0.0', 0, 3],
      ['a-b/c.d_e=m@v4.0.0', 0, 4],
      ['sub=m#prod/eu#1', 0, 5],
    ],
  },
  {
    title: 'breaks ties within one second as gto does',
    tags: [
      ['a@v1.0.0', 0, 1],
      ['a@v1.0.0!', 0, 1],
      ['b@v1.0.0', 0, 1],
      ['b@v1.1.0', 1, 2],
      ['b#prod#1', 0, 5],
      ['b#prod#2', 1, 5],
      ['c@v1.1.0', 0, 1],
      ['c@v1.0.0', 1, 1],
      ['c#prod#1', 0, 5],
      ['c#prod#2', 1, 5],
      ['d@v1.0.0', 0, 1],
      ['d#prod#1', 0, 5],
      ['d#prod!#2', 0, 5],
      ['e@v1.0.0', 0, 3],
      ['e#prod#1', 0, 5],
      ['e#prod#2', 1, 5],
      ['e#prod#3', 2, 5],
    ],
  },
];

/** Cases in which we don't, each with its reason. */
export const differences = [
  {
    title: 'a "created" tag',
    reason: 'gto reads its name and has no action for it',
    tags: [
      ['m@v1.0.0', 0, 1],
      ['m@deprecated#1', 0, 2],
      ['m@created#2', 0, 3],
    ],
    problems: [['invalid-tag', 'warning', 'm@created#2']],
    ours: {
      m: { version: 'v1.0.0', stage: {}, registered: true, active: true },
    },
    error: 'KeyError',
  },
  {
    title: 'a tag that is older than its commit',
    reason: 'gto takes the commit for an event that revives the artifact',
    tags: [
      ['m@v1.0.0', 0, -2002],
      ['m@deprecated', 0, -2001],
    ],
    problems: [],
    ours: {
      m: { version: 'v1.0.0', stage: {}, registered: true, active: false },
    },
    real: {
      m: { version: 'v1.0.0', stage: {}, registered: true, active: true },
    },
  },
];
