import { Context } from '../Context';
import { Application, ApplicationSet } from '../contract';
import { describeBadName } from '../spec/describeBadName';
import { emptyStatus } from '../spec/emptyStatus';
import { Outcome } from './describeConditions';
import { describeStatus } from './describeStatus';

/** What a set's `syncPolicy.applicationsSync` lets its controller do. */
const policies: Record<string, { updates: boolean; deletes: boolean }> = {
  sync: { updates: true, deletes: true },
  'create-update': { updates: true, deletes: false },
  'create-delete': { updates: false, deletes: true },
  'create-only': { updates: false, deletes: false },
};

/**
 * Makes, changes and deletes Applications so that they are what was generated;
 * what is invalid stays as it was.
 */
export async function applyApplications(
  context: Context,
  set: ApplicationSet,
  generated: readonly Application[],
  invalid: ReadonlyMap<Application, string>,
): Promise<Outcome> {
  const policy =
    policies[set.spec.syncPolicy?.applicationsSync ?? 'sync'] ?? policies.sync;
  for (const application of generated) {
    if (invalid.has(application)) continue;
    const problem = await put(context, set, application, policy.updates);
    if (problem) return problem;
  }
  if (policy.deletes) await removeOthers(context, set, generated);
  const last = [...invalid.values()].pop();
  if (last === undefined) return { kind: 'done' };
  const more = invalid.size > 1 ? ` (and ${invalid.size - 1} more)` : '';
  return {
    kind: 'not-applied',
    reason: 'ApplicationValidationError',
    message: `${last}${more}`,
  };
}

async function put(
  context: Context,
  set: ApplicationSet,
  application: Application,
  updates: boolean,
): Promise<Outcome | undefined> {
  const { name } = application.metadata;
  const refuse = (message: string): Outcome => ({
    kind: 'not-applied',
    reason: updates ? 'UpdateApplicationError' : 'CreateApplicationError',
    message,
  });
  const badName = describeBadName('Application', name);
  if (badName) return refuse(badName);
  const status = context.live
    ? emptyStatus
    : describeStatus(context, application);
  const ownerReferences = [ownerOf(set)];
  const wanted = {
    ...application,
    metadata: { ...application.metadata, ownerReferences },
    status,
  };
  const created = await context.applications.create(wanted);
  const before = created ?? context.applications.get(name);
  if (created || !before || !updates) return undefined;
  const other = before.metadata.ownerReferences?.find(
    owner => owner.uid !== set.metadata.uid,
  );
  if (other) {
    return refuse(
      `Object argocd/${name} is already owned by another ${other.kind} controller ${other.name}`,
    );
  }
  await context.applications.update({
    ...before,
    ...wanted,
    metadata: { ...serverMetadata(before), ...wanted.metadata },
    // A deployed application's status is its own controller's to say.
    status: context.live ? before.status : status,
  });
  return undefined;
}

/** What stays of an Application's metadata when its set renders it anew. */
function serverMetadata({ metadata }: Application) {
  const { labels: _l, annotations: _a, finalizers: _f, ...kept } = metadata;
  return kept;
}

function ownerOf({ metadata: { name, uid } }: ApplicationSet) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    name,
    uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}

async function removeOthers(
  context: Context,
  set: ApplicationSet,
  generated: readonly Application[],
): Promise<void> {
  const names = new Set(generated.map(({ metadata }) => metadata.name));
  const others = context.applications
    .list()
    .filter(
      ({ metadata }) =>
        !names.has(metadata.name) &&
        metadata.ownerReferences?.some(owner => owner.uid === set.metadata.uid),
    );
  for (const { metadata } of others) {
    await context.applications.delete(metadata.name);
  }
}
