import { z } from 'zod/v4';
import { ApiError, invalid } from '../ApiError';
import { Context, requireRight } from '../Context';
import { Call, readBody, readName, Route } from './Route';

const credentialsSchema = z.looseObject({
  username: z.string().default(''),
  password: z.string().default(''),
});

const tokenSchema = z.looseObject({
  id: z.string().optional(),
  expiresIn: z.coerce.number().int().nonnegative().optional(),
});

/** Sessions, accounts and their rights (server/{session,account}). */
export function createSessionRoutes(context: Context): Route[] {
  const { accounts } = context;
  return [
    {
      method: 'POST',
      path: '/session',
      handle: ({ body }) => {
        const { username, password } = readBody(credentialsSchema, body);
        return { token: accounts.logIn(username, password) };
      },
    },
    { method: 'DELETE', path: '/session', handle: () => ({ token: '' }) },
    { method: 'GET', path: '/session/userinfo', handle: describeUser },
    {
      method: 'POST',
      path: '/account/{name}/token',
      handle: call => createToken(context, call),
    },
    {
      method: 'GET',
      path: '/account/can-i/{resource}/{action}/{object=**}',
      handle: call => describeRight(context, call),
    },
  ];
}

function describeUser({ claims }: Call): object {
  try {
    return { loggedIn: true, username: claims().name, iss: 'argocd' };
  } catch (error) {
    if (error instanceof ApiError) return {};
    throw error;
  }
}

function createToken(context: Context, call: Call): object {
  const claims = call.claims();
  const name = readName(call.segments.name);
  if (claims.name !== name) {
    requireRight(context, claims, 'accounts', 'update', name);
  }
  const { id, expiresIn } = readBody(tokenSchema, call.body);
  if (!context.accounts.has(name)) {
    throw new ApiError('NotFound', `account '${name}' does not exist`);
  }
  return { token: context.accounts.createToken(name, id, expiresIn) };
}

const resources =
  'clusters projects applications applicationsets repositories write-repositories certificates accounts gpgkeys logs exec extensions';
const actions = 'get create update delete sync override action invoke';

function describeRight({ enforcer }: Context, call: Call): object {
  const { name: subject } = call.claims();
  const { resource, action } = call.segments;
  requireOneOf(actions, action);
  requireOneOf(resources, resource);
  const object = readName(call.segments.object);
  const isAllowed = enforcer.isAllowed(subject, resource, action, object);
  return { value: isAllowed ? 'yes' : 'no' };
}

function requireOneOf(known: string, given: string): void {
  if (known.split(' ').includes(given)) return;
  throw invalid(`[${known}] does not contain ${given}`);
}
