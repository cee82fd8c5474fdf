// Where a task is killed. Where a step asks a server its request is held, so that
// the moment is exact: between two steps it is the first request of the later one.
// A step that asks nobody is killed as soon as the log says what `fits`.

const createRepository = name =>
  new RegExp(`^POST /api/v1/orgs/ml/repos\n.*"${name}"`);
const push = name => new RegExp(`^POST /ml/${name}.git/git-receive-pack\n`);

const says = (stepId, status) => event =>
  event.stepId === stepId && event.status === status;

/**
 * `step` is the one that was cut off. `reachesServer`: the server did what was
 * asked, and the back end dies before it learns so. `published`: what Backstage's
 * own publish step, which can't go on there, had made. `losesFolder`: the back end
 * comes back without what was on its disk.
 */
const publishing = [
  {
    name: 'killed-after-track',
    title: 'after the data were tracked',
    step: 'publish',
    pattern: createRepository,
    losesFolder: true,
  },
  {
    name: 'killed-in-publish-empty',
    title: 'in the publishing, when the repository is made and empty',
    step: 'publish',
    pattern: createRepository,
    reachesServer: true,
    published: 'empty',
  },
  {
    name: 'killed-in-publish-commit',
    title: 'in the publishing, when the commit is made and not pushed',
    step: 'publish',
    pattern: push,
    published: 'empty',
  },
  {
    name: 'killed-in-publish-pushed',
    title: 'in the publishing, when the commit is pushed',
    step: 'publish',
    pattern: push,
    reachesServer: true,
    published: 'whole',
  },
  {
    name: 'killed-in-catalog',
    title: 'in the catalog step, when the location is registered',
    step: 'catalog',
    pattern: name => new RegExp(`^GET /\\S*/${name}/\\S*catalog-info.yaml`),
  },
];

const registering = [
  {
    name: 'killed-after-publish',
    title: 'after the repository was published',
    step: 'argocd',
    pattern: name => new RegExp(`[-/]${name}\\b`),
  },
  {
    name: 'killed-in-argocd-project',
    title: 'in the registration, when the AppProject is made',
    step: 'argocd',
    pattern: name => new RegExp(`^POST /api/v1/projects\n.*-${name}"`),
    reachesServer: true,
  },
  {
    name: 'killed-in-argocd-set',
    title: 'in the registration, when the ApplicationSet is made',
    step: 'argocd',
    pattern: name => new RegExp(`^POST /api/v1/applicationsets\n.*-${name}"`),
    reachesServer: true,
  },
];

const tracking = [
  {
    name: 'killed-after-environments',
    title: 'after the environments were rendered',
    step: 'track',
    pattern: name => new RegExp(`/${name}/`),
    losesFolder: true,
  },
  {
    name: 'killed-in-track',
    title: 'in the tracking, when the bytes are on the remote',
    step: 'track',
    pattern: name => new RegExp(`^P\\w+ /${name}/`),
    reachesServer: true,
  },
];

/** One back end each: it is killed once all of `held` are, and `seen` is. */
export const rounds = [
  {
    gate: 'forge',
    held: publishing,
    seen: {
      name: 'killed-after-argocd',
      title: 'after the registration with Argo CD',
      fits: says('argocd', 'completed'),
    },
  },
  {
    gate: 'argocd',
    held: registering,
    seen: {
      name: 'killed-after-skeleton',
      title: 'after the repository was rendered',
      fits: says('skeleton', 'completed'),
    },
  },
  {
    gate: 'dvcRemote',
    held: tracking,
    seen: {
      name: 'killed-in-skeleton',
      title: 'in the rendering, in the middle of a file',
      fits: ({ message }) => message.includes('Writing file params.yaml'),
      halfWritten: 'params.yaml',
    },
  },
  {
    gate: 'forge',
    held: [],
    seen: {
      name: 'killed-after-catalog',
      title: 'after the registration in the catalog',
      fits: says('catalog', 'completed'),
    },
  },
  {
    gate: 'forge',
    held: [],
    seen: {
      name: 'killed-after-entity',
      title: 'after the wait for the catalog',
      fits: says('entity', 'completed'),
    },
  },
];
