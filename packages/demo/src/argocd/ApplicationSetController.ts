import {
  createRender,
  GenerateError,
  readMissingKey,
  TemplateError,
} from '@gitops-ml/core';
import { z } from 'zod/v4';
import { Polling } from '../clock/Polling';
import { isSameJson } from '../json/isSameJson';
import { Context, findCredentials } from './Context';
import { Application, ApplicationSet } from './contract';
import { generateApplications } from './generators/generateApplications';
import { listGeneratorUrls } from './generators/listGeneratorUrls';
import { describePollDelay } from './live/describePollDelay';
import { applyApplications } from './reconcile/applyApplications';
import { describeConditions, Outcome } from './reconcile/describeConditions';
import { findInvalid } from './reconcile/findInvalid';
import { isSameGitUrl } from './spec/normalizeGitUrl';

/** Keeps the Applications of each ApplicationSet as its generators ask for them. */
export class ApplicationSetController {
  readonly #running = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  readonly polling: Polling;
  #isClosed = false;

  constructor(
    private readonly context: Context,
    everyMs: number,
    private readonly onError: (error: unknown) => void,
  ) {
    this.polling = new Polling(
      context.clock,
      () => describePollDelay(everyMs, this.#names().length),
      () => this.#refreshIdle(),
    );
  }

  /** Looks at all sets now, and again and again; less often where they are many. */
  start(): void {
    this.refreshAll();
    this.polling.start();
  }

  refreshAll(): void {
    for (const name of this.#names()) this.refresh(name);
  }

  /** Looks again at what is generated from a repository. */
  refreshOf(repoURL: string): void {
    for (const { metadata, spec } of this.context.applicationSets.list()) {
      const urls = listGeneratorUrls(spec.generators);
      if (urls.some(url => isSameGitUrl(url, repoURL))) {
        this.refresh(metadata.name);
      }
    }
  }

  /** Looks at one set soon; at most once more while it is being looked at. */
  refresh(name: string): void {
    if (this.#isClosed) return;
    if (this.#running.has(name)) {
      this.#again.add(name);
      return;
    }
    const running = this.#reconcile(name)
      .catch(this.onError)
      .finally(() => {
        this.#running.delete(name);
        if (this.#again.delete(name)) this.refresh(name);
      });
    this.#running.set(name, running);
  }

  /** Ends when no set is being looked at. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  /** What a set asks for. Throws `GenerateError`. */
  async generate(set: ApplicationSet): Promise<Application[]> {
    const { project } = set.spec.template.spec;
    return generateApplications(set, {
      reader: this.context.reader,
      render: createRender(readOptions(set)),
      credentialsOf: url => findCredentials(this.context, url, String(project)),
    });
  }

  /** Deletes a set and, as Kubernetes' garbage collector would, what it owns. */
  async remove({ metadata }: ApplicationSet): Promise<void> {
    await this.context.applicationSets.delete(metadata.name);
    await this.#running.get(metadata.name);
    const owned = this.context.applications
      .list()
      .filter(application =>
        application.metadata.ownerReferences?.some(
          owner => owner.uid === metadata.uid,
        ),
      );
    for (const application of owned) {
      await this.context.applications.delete(application.metadata.name);
    }
  }

  /** Stops looking, and ends when nothing is being looked at any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.polling.stop();
    await Promise.all(this.#running.values());
  }

  #names(): string[] {
    return this.context.applicationSets
      .list()
      .map(({ metadata }) => metadata.name);
  }

  #refreshIdle(): void {
    const idle = this.#names().filter(name => !this.#running.has(name));
    for (const name of idle) this.refresh(name);
  }

  async #reconcile(name: string): Promise<void> {
    const set = this.context.applicationSets.get(name);
    if (!set) return;
    const outcome = await this.#bringAbout(set);
    const current = this.context.applicationSets.get(name);
    if (!current) return;
    const status = {
      ...current.status,
      ...describeOwned(this.context, current),
      conditions: describeConditions(
        outcome,
        current.status.conditions ?? [],
        this.context.clock.now(),
      ),
    };
    if (isSameJson(status, current.status)) return;
    await this.context.applicationSets.update({ ...current, status });
  }

  async #bringAbout(set: ApplicationSet): Promise<Outcome> {
    try {
      const generated = await this.generate(set);
      const invalid = findInvalid(this.context, set, generated);
      // A set that was deleted meanwhile must make nothing.
      const current = this.context.applicationSets.get(set.metadata.name);
      if (current?.metadata.uid !== set.metadata.uid) return { kind: 'done' };
      return await applyApplications(this.context, set, generated, invalid);
    } catch (error) {
      if (!(error instanceof GenerateError)) throw error;
      const { reason, message } = error;
      return { kind: 'not-generated', reason, message };
    }
  }
}

function readOptions({ spec }: ApplicationSet) {
  try {
    return readMissingKey(spec.goTemplateOptions ?? []);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new GenerateError('RenderTemplateParamsError', error.message);
  }
}

/** `status.resources`: the set's Applications, with how they are. */
function describeOwned(
  { applications }: Context,
  { metadata }: ApplicationSet,
): object {
  const resources = applications
    .list()
    .filter(application =>
      application.metadata.ownerReferences?.some(
        owner => owner.uid === metadata.uid,
      ),
    )
    .map(application => ({
      group: 'argoproj.io',
      version: 'v1alpha1',
      kind: 'Application',
      namespace: 'argocd',
      name: application.metadata.name,
      ...describeState(application),
    }));
  return resources.length > 0
    ? { resources, resourcesCount: resources.length }
    : { resources: undefined, resourcesCount: undefined };
}

const stateSchema = z.looseObject({
  sync: z.looseObject({ status: z.string() }).optional(),
  health: z.looseObject({ status: z.string().optional() }).optional(),
});

function describeState({ status }: Application): object {
  const { sync, health } = stateSchema.parse(status);
  return {
    ...(sync?.status && { status: sync.status }),
    health: health?.status ? { status: health.status } : {},
  };
}
