import { Context } from '../Context';
import { Application } from '../contract';
import { Live } from '../live/Live';
import { readApplication } from '../live/LiveApplication';
import { describeManaged } from '../live/tree/describeManaged';
import { describeTree } from '../live/tree/describeTree';
import { findApplication, projectsOf } from './applications';
import { rbacName } from './createApplication';
import { JsonStream } from './JsonStream';
import { parseLabelSelector } from './labelSelector';
import { Call, Route } from './Route';
import { withResourceHealth } from './withResourceHealth';

/** What an application deployed, and changes as they come (server/application/application.go). */
export function createResourceRoutes(context: Context, live: Live): Route[] {
  const one = '/applications/{name}';
  const find = (call: Call) => {
    const { metadata } = findApplication(context, call, 'get');
    const targets = live.controller.targetsOf(metadata.name);
    const application = readApplication(live.store, metadata.name);
    return { targets, application };
  };
  return [
    {
      method: 'GET',
      path: `${one}/resource-tree`,
      handle: call => {
        const { application, targets } = find(call);
        const nodes = application
          ? describeTree(live.store, application, targets)
          : [];
        return { nodes };
      },
    },
    {
      method: 'GET',
      path: `${one}/managed-resources`,
      handle: call => {
        const { application, targets } = find(call);
        const items = application
          ? describeManaged(live.store, application, targets)
          : [];
        return { items };
      },
    },
    {
      method: 'GET',
      path: '/stream/applications',
      handle: call => stream(context, live, call),
    },
  ];
}

type EventType = 'ADDED' | 'MODIFIED' | 'DELETED';

/** All applications that may be seen, then each change of them. */
function stream(
  context: Context,
  { store }: Live,
  { claims, query }: Call,
): JsonStream {
  const { name: subject } = claims();
  const matches = parseLabelSelector(query.get('selector') ?? '');
  const projects = projectsOf(query);
  const wanted = query.get('name');
  const isShown = ({ metadata, spec }: Application) =>
    matches(metadata.labels ?? {}) &&
    (!wanted || metadata.name === wanted) &&
    (!projects.length || projects.includes(spec.project)) &&
    context.enforcer.isAllowed(
      subject,
      'applications',
      'get',
      rbacName(spec.project, metadata.name),
    );
  return new JsonStream(send => {
    // One that is gone is told of as it was.
    const last = new Map<string, Application>();
    const tell = (type: EventType, application: Application) => {
      last.set(application.metadata.name, application);
      if (!isShown(application)) return;
      send({ type, application: withResourceHealth(context, application) });
    };
    for (const application of context.applications.list()) {
      tell('ADDED', application);
    }
    return store.watch(({ type, object }) => {
      if (object.kind !== 'Application') return;
      const { name } = object.metadata;
      const application = context.applications.get(name) ?? last.get(name);
      if (application) tell(type, application);
    });
  });
}
