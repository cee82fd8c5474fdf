import { ArgoCdFailure } from '@gitops-ml/backstage-plugin-gitops-ml-node';

/** Which thing a failure is about. */
export type FailedThing =
  | 'token'
  | 'server'
  | 'right'
  | 'name'
  | 'repository'
  | 'destination'
  | 'difference'
  | 'request';

const DESTINATION =
  /destination|there are no clusters with this name|cluster by (?:server|name)/i;
const REPOSITORY =
  /repositor|\brepo\b|ls-remote|list refs|authentication required|revision/i;
const DENIED =
  /permission denied: (?<resource>\w+), (?<action>\w+), (?<object>[^,]+)/;

/** Where a request was made, and on behalf of which project. */
interface FailureContext {
  instance: { name: string; url: string };
  project: string;
}

/** A failure in words: which thing it is about, what Argo CD said, what to do. */
export function describeFailure(
  failure: ArgoCdFailure,
  context: FailureContext,
): { thing: FailedThing; text: string } {
  const { name, url } = context.instance;
  const server = `Argo CD "${name}" (${url})`;
  switch (failure.kind) {
    case 'unauthorized':
      return {
        thing: 'token',
        text: `${server} does not accept the token, or username and password, of the instance in argocd.appLocatorMethods: ${failure.message}`,
      };
    case 'unreachable':
      return {
        thing: 'server',
        text: `${server} can not be reached: ${failure.message}`,
      };
    case 'forbidden':
      return describeForbidden(failure.message, server, context.project);
    case 'conflict':
      return {
        thing: 'difference',
        text: `${server} holds it with other content: ${failure.message}`,
      };
    case 'not-found':
      return {
        thing: 'request',
        text: `${server} does not have it: ${failure.message}`,
      };
    case 'invalid':
      return describeInvalid(failure.message, server);
    default: {
      const never: never = failure;
      return never;
    }
  }
}

function describeForbidden(
  message: string,
  server: string,
  project: string,
): { thing: FailedThing; text: string } {
  const denied = DENIED.exec(message)?.groups;
  if (denied === undefined) {
    return {
      thing: 'right',
      text: `The account that Backstage uses at ${server} lacks a right: ${message}`,
    };
  }
  const { resource, action, object } = denied;
  const owner = object.split('/')[0];
  if (action === 'update' && object.includes('/') && owner !== project) {
    return {
      thing: 'name',
      text: `${server} has ${object} in another project ("${owner}"), so the name is taken: ${message}`,
    };
  }
  return {
    thing: 'right',
    text: `The account that Backstage uses at ${server} lacks the right "${resource}, ${action}, ${object}": ${message}`,
  };
}

function describeInvalid(
  message: string,
  server: string,
): { thing: FailedThing; text: string } {
  if (DESTINATION.test(message)) {
    return {
      thing: 'destination',
      text: `${server} does not accept the destination: ${message}`,
    };
  }
  if (REPOSITORY.test(message)) {
    return {
      thing: 'repository',
      text: `${server} can not use the repository: ${message}`,
    };
  }
  return { thing: 'request', text: `${server} refuses: ${message}` };
}
