import { Recording } from './recordings';

export const accountNames = ['admin', 'ci', 'viewer', 'backstage'] as const;

type AccountName = (typeof accountNames)[number];

/** How a recorded request is sent again. */
interface Step {
  /** The account that sends it; unless told, the one before. */
  as?: AccountName;
  /** What the accounts may do from here on. */
  policy?: string;
  /** Why it is not sent. */
  skip?: string;
  /** Why only status, code and message of the answer are compared. */
  otherBody?: string;
  /** What has to be there before, that the recording has from elsewhere. */
  before?:
    | 'churn-staging of another project'
    | 'the controller has looked'
    | 'the final environments';
}

export type Plan = Record<number, Step>;

/** A step of which it is known who sends it. */
export type PlannedStep = Step & { as: AccountName };

/** Each recording with its step, by a name. */
export function planSteps(
  recordings: Recording[],
  plan: Plan,
): [string, Recording, PlannedStep][] {
  let as: AccountName = 'admin';
  return recordings.map(recording => {
    const step = plan[recording.index] ?? {};
    as = step.as ?? as;
    return [
      `${recording.index} ${recording.label}`,
      recording,
      { ...step, as },
    ];
  });
}

const live = 'asked of an Argo CD that has a cluster: liveArgoCd.test.ts';
const status = 'without a cluster an application has no status';

const from = (first: number, last: number, step: Step): Plan =>
  Object.fromEntries(
    Array.from({ length: last - first + 1 }, (_item, at) => [first + at, step]),
  );

const accountsOfArgoCd = `
p, role:ci, projects, create, *, allow
p, role:ci, projects, get, *, allow
p, role:ci, applications, create, ml/*, allow
p, role:ci, applications, update, ml/*, allow
p, role:ci, applications, delete, ml/*, allow
p, role:ci, applications, get, ml/*, allow
g, ci, role:ci
g, viewer, role:readonly
`;

/** For rest-argocd.ndjson. */
export const planOfArgoCd: Plan = {
  0: { as: 'admin', policy: accountsOfArgoCd },
  7: { otherBody: 'the version names the demo' },
  10: { as: 'ci' },
  14: { as: 'admin' },
  15: { as: 'viewer' },
  16: { as: 'admin' },
  19: { as: 'ci' },
  20: { otherBody: status },
  22: { otherBody: status },
  23: { as: 'admin' },
  24: { as: 'ci' },
  25: { as: 'viewer' },
  26: { as: 'ci' },
  35: { as: 'admin' },
  36: { as: 'ci' },
  37: { as: 'admin' },
  38: { otherBody: status },
  ...from(39, 42, { skip: live }),
  43: { otherBody: status },
  ...from(44, 47, { skip: live }),
  ...from(48, 50, { as: 'admin', otherBody: status }),
  51: { as: 'viewer', otherBody: status },
  ...from(52, 54, { skip: live }),
  55: { as: 'admin', otherBody: 'the demo has no cluster behind it' },
  57: { otherBody: 'only what a client of ours reads' },
  58: { as: 'viewer' },
  59: { as: 'admin', otherBody: status },
  60: { otherBody: status },
  ...from(61, 64, { skip: live }),
  65: { otherBody: status },
  66: { skip: live },
  67: { otherBody: status },
  ...from(68, 70, { skip: live }),
  71: { otherBody: status },
  ...from(72, 73, { skip: live }),
  74: { otherBody: status },
  75: { skip: live },
  76: { otherBody: status },
  77: { skip: live },
  78: { otherBody: status },
  ...from(79, 80, { skip: live }),
  ...from(81, 82, { otherBody: status }),
  ...from(83, 85, { skip: live }),
  86: { otherBody: status },
  ...from(87, 88, { skip: live }),
  89: { otherBody: status },
  90: { skip: live },
  ...from(91, 93, { otherBody: status }),
  ...from(94, 96, { skip: live }),
  97: { as: 'ci' },
  98: { as: 'admin' },
  99: { otherBody: 'the controller was faster there' },
  ...from(101, 102, { otherBody: status }),
  103: { otherBody: status, before: 'the controller has looked' },
  104: { otherBody: status },
  ...from(105, 109, { skip: live }),
  112: { otherBody: status },
};

const role = (...rules: string[]) =>
  [
    ...rules.map(rule => `p, role:backstage, ${rule}, allow`),
    'g, backstage, role:backstage',
  ].join('\n');

const withProjects = ['projects, create, ml-*', 'applications, create, ml-*/*'];
const withReading = [...withProjects, 'applications, get, ml-*/*'];
const withSets = [...withReading, 'applicationsets, create, ml-*/*'];
const withRepositories = [...withSets, 'repositories, create, ml-*/*'];
const leastRights = [
  'projects, create, ml-*',
  'applicationsets, create, ml-*/*',
  'applicationsets, get, ml-*/*',
  'applications, get, ml-*/*',
];

/** For rest-gitops.ndjson. */
export const planOfGitOps: Plan = {
  0: { as: 'admin', policy: role() },
  4: { as: 'backstage' },
  5: { policy: role('applications, create, churn/*') },
  6: { as: 'admin' },
  45: { skip: live },
  52: { skip: live },
  57: { as: 'backstage', policy: role(...withProjects) },
  60: { otherBody: status },
  63: { before: 'churn-staging of another project' },
  72: { policy: role(...withReading), otherBody: status },
  73: { otherBody: status },
  76: {},
  78: { otherBody: status },
  80: { skip: 'nothing of ours asks for the details of a source' },
  82: {
    policy: role(...withSets),
    otherBody: 'Go lists the resources in the order of a map',
  },
  85: { otherBody: 'the controller was faster or slower there' },
  91: { policy: role(...withRepositories) },
  95: { otherBody: 'it says when it was asked' },
  97: { as: 'admin', otherBody: 'that forge took any password' },
  98: { otherBody: 'a message of a failing repository differs by its forge' },
  99: { otherBody: 'the demo has no cluster behind it' },
  100: { as: 'backstage' },
  106: { as: 'admin' },
  122: { skip: live },
  142: {
    as: 'backstage',
    policy: role(...leastRights),
    before: 'the final environments',
  },
  144: { otherBody: 'the controller was faster or slower there' },
  145: { otherBody: 'Go lists the resources in the order of a map' },
  146: { otherBody: 'the demo lists the applications at once' },
  307: { before: 'the controller has looked' },
  308: { skip: live },
  310: { as: 'admin' },
  311: { skip: live },
};
