import { createVirtualClock } from '../../../clock/createVirtualClock';
import { formatTime } from '../../../clock/Clock';
import { createClusterStore } from '../../../cluster/createClusterStore';
import { KubernetesObject } from '../../../cluster/KubernetesObject';
import { ApplicationController } from '../ApplicationController';
import { readApplication } from '../LiveApplication';
import { Targets } from '../Targets';
import { Commit, goldenObjects } from './goldenObjects';

const start = Date.parse('2026-11-21T08:00:00Z');
const jobMs = 7000;

interface Options {
  automated?: object;
  retry?: object;
  generatePaths?: string;
  syncOptions?: string[];
}

/** A cluster with one Application of a repository that is a list of commits. */
export class LiveWorld {
  readonly clock = createVirtualClock(start);
  readonly store = createClusterStore(this.clock);
  readonly errors: unknown[] = [];
  /** Each job that was made, in order. */
  readonly jobs: string[] = [];
  /** What the project refuses. */
  invalid: string[] = [];
  refused: string | undefined;
  readonly #commits: (Targets & { kind: 'loaded' | 'failed' })[] = [];
  readonly controller: ApplicationController;

  constructor(private readonly options: Options = {}) {
    this.store.watch(({ type, object }) => this.#runJobs(type, object));
    this.controller = new ApplicationController({
      store: this.store,
      clock: this.clock,
      refreshMs: 5000,
      onError: error => this.errors.push(error),
      permissions: {
        findInvalid: () => this.invalid,
        refuse: (_application, { kind }) =>
          kind === this.refused
            ? `resource :${kind} is not permitted`
            : undefined,
      },
      targets: {
        load: async ({ revision }) =>
          this.#commits.find(
            commit => commit.kind === 'loaded' && commit.revision === revision,
          ) ??
          this.#commits[this.#commits.length - 1] ?? {
            kind: 'failed',
            message: 'nothing was committed',
          },
      },
    });
  }

  /** @returns the commit's name */
  commit(commit: Commit, objects = goldenObjects(commit)): string {
    const revision = `${this.#commits.length + 1}`.padStart(40, '0');
    const digest = this.options.generatePaths && JSON.stringify(objects);
    this.#commits.push({
      kind: 'loaded',
      revision,
      objects,
      ...(digest && { digest }),
    });
    return revision;
  }

  commitBroken(message: string): void {
    this.#commits.push({ kind: 'failed', message });
  }

  /** Makes the Application `churn-staging`. */
  async register(): Promise<void> {
    const { automated, retry, generatePaths, syncOptions } = this.options;
    this.store.create({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name: 'churn-staging',
        namespace: 'argocd',
        ...(generatePaths && {
          annotations: {
            'argocd.argoproj.io/manifest-generate-paths': generatePaths,
          },
        }),
      },
      spec: {
        project: 'ml',
        source: {
          repoURL: 'http://localhost/churn.git',
          path: 'infra/staging',
          targetRevision: 'main',
        },
        destination: { name: 'in-cluster', namespace: 'churn-staging' },
        syncPolicy: JSON.parse(
          JSON.stringify({
            automated,
            retry,
            syncOptions: syncOptions ?? ['CreateNamespace=true'],
          }),
        ),
      },
    });
    this.controller.start();
    await this.pass(1);
  }

  /** Seconds go by. */
  async pass(seconds: number): Promise<void> {
    await this.clock.advanceSettled(seconds * 1000);
    if (this.errors.length > 0) throw this.errors[0];
  }

  get application() {
    const application = readApplication(this.store, 'churn-staging');
    if (!application) throw new Error('there is no application');
    return application;
  }

  /** How the application is: sync, health and the last operation's phase. */
  get state() {
    const { sync, health, operationState, conditions } =
      this.application.status;
    return {
      sync: sync?.status,
      health: health?.status,
      operation: operationState?.phase,
      conditions: (conditions ?? []).map(({ type }) => type),
    };
  }

  get message(): string | undefined {
    return this.application.status.operationState?.message;
  }

  get revision(): string | undefined {
    return this.application.status.sync?.revision;
  }

  get history() {
    return this.application.status.history ?? [];
  }

  /** Resources that are not as wanted, with what the last comparison says. */
  get drift(): string[] {
    return (this.application.status.resources ?? []).flatMap(resource =>
      resource.status === 'OutOfSync'
        ? [`${resource.kind} ${resource.name}`]
        : [],
    );
  }

  find(kind: 'Job' | 'ConfigMap' | 'Service' | 'Rollout', name: string) {
    return this.store.get(kind, 'churn-staging', name);
  }

  /** The Rollout's controller has brought it about. */
  settleRollout(phase = 'Healthy'): void {
    const rollout = this.find('Rollout', 'churn');
    if (!rollout) return;
    const { generation } = rollout.metadata;
    this.store.updateStatus({
      ...rollout,
      status: { phase, observedGeneration: String(generation) },
    });
  }

  /** Starts a sync as the API does. */
  requestSync(sync: object = {}, retry: object = {}): void {
    const { object, spec, status } = this.application;
    const { operationState: _state, ...rest } = status;
    this.store.update({
      ...object,
      status: JSON.parse(JSON.stringify(rest)),
      operation: {
        initiatedBy: { username: 'admin' },
        retry,
        sync: {
          source: spec.source,
          syncOptions: spec.syncPolicy?.syncOptions ?? [],
          ...sync,
        },
      },
    });
  }

  #runJobs(type: string, object: KubernetesObject): void {
    const { kind, metadata } = object;
    if (type !== 'ADDED' || kind !== 'Job') return;
    this.jobs.push(metadata.name);
    this.clock.setTimer(jobMs, () => {
      const job = this.find('Job', metadata.name);
      if (!job || job.metadata.uid !== metadata.uid) return;
      const type_ = this.#isBroken(job) ? 'Failed' : 'Complete';
      this.store.updateStatus({
        ...job,
        status: {
          conditions: [
            {
              type: type_,
              status: 'True',
              message:
                type_ === 'Failed'
                  ? 'Job was active longer than specified deadline'
                  : 'Reached expected number of succeeded pods',
              lastTransitionTime: formatTime(this.clock.now()),
            },
          ],
        },
      });
    });
  }

  /** feast-apply fails on broken definitions. */
  #isBroken(job: KubernetesObject): boolean {
    const text = JSON.stringify(job.spec);
    const name = /"(features-[^"]+)"/.exec(text)?.[1];
    const definitions = name && this.find('ConfigMap', name);
    return (
      job.metadata.name === 'feast-apply' &&
      Boolean(definitions && definitions.data?.['views.py'] === 'broken')
    );
  }
}
