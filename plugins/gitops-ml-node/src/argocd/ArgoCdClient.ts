import { ArgoCdAnswer } from './ArgoCdAnswer';
import { ArgoCdClientOptions, ArgoCdHttp } from './ArgoCdHttp';
import {
  appProjectSchema,
  applicationLineSchema,
  applicationListSchema,
  applicationSchema,
  applicationSetSchema,
  canISchema,
  generatedSchema,
  repositorySchema,
} from './contract';
import {
  ArgoCdApplication,
  ArgoCdApplicationEvent,
  ArgoCdApplicationList,
  ArgoCdApplicationSet,
  ArgoCdAppProject,
} from './ArgoCdObjects';
import {
  ApplicationManifest,
  ApplicationSetManifest,
  AppProjectManifest,
} from './manifests';

/** A Git repository with the credentials that Argo CD reads it with. @public */
export interface ArgoCdRepository {
  repo: string;
  username: string;
  password: string;
  /** The AppProject that alone may use it. */
  project: string;
}

/** Change what exists instead of refusing. Needs the right to update. @public */
export interface UpsertOptions {
  upsert?: boolean;
}

const enc = encodeURIComponent;
const upsertQuery = (options?: UpsertOptions) =>
  options?.upsert ? '?upsert=true' : '';

/**
 * The calls of Argo CD's REST API that registering needs. Every creation is
 * idempotent: the same body again answers with what exists. Never throws;
 * follows no redirect. Tested with Argo CD 3.2.11.
 * @public
 */
export class ArgoCdClient {
  readonly #http: ArgoCdHttp;

  constructor(options: ArgoCdClientOptions) {
    this.#http = new ArgoCdHttp(options);
  }

  /** May the account do this? `object` is e.g. `ml-churn/churn-staging`. */
  async canI(
    resource: string,
    action: string,
    object: string,
  ): Promise<ArgoCdAnswer<boolean>> {
    const answer = await this.#http.send({
      method: 'GET',
      path: `/account/can-i/${enc(resource)}/${enc(action)}/${enc(object)}`,
      schema: canISchema,
    });
    return answer.ok
      ? { ok: true, value: answer.value.value === 'yes' }
      : answer;
  }

  async getProject(name: string): Promise<ArgoCdAnswer<ArgoCdAppProject>> {
    return this.#http.send({
      method: 'GET',
      path: `/projects/${enc(name)}`,
      schema: appProjectSchema,
    });
  }

  async createProject(
    project: AppProjectManifest,
    options?: UpsertOptions,
  ): Promise<ArgoCdAnswer<ArgoCdAppProject>> {
    return this.#http.send({
      method: 'POST',
      path: '/projects',
      body: { project, ...(options?.upsert ? { upsert: true } : {}) },
      schema: appProjectSchema,
    });
  }

  /** Forbidden where it exists in a project that the account may not read. */
  async getApplicationSet(
    name: string,
  ): Promise<ArgoCdAnswer<ArgoCdApplicationSet>> {
    return this.#http.send({
      method: 'GET',
      path: `/applicationsets/${enc(name)}`,
      schema: applicationSetSchema,
    });
  }

  async createApplicationSet(
    applicationSet: ApplicationSetManifest,
    options?: UpsertOptions,
  ): Promise<ArgoCdAnswer<ArgoCdApplicationSet>> {
    return this.#http.send({
      method: 'POST',
      path: `/applicationsets${upsertQuery(options)}`,
      body: applicationSet,
      schema: applicationSetSchema,
    });
  }

  /** Expands the generators and makes nothing; the Applications are in `status.resources`. */
  async tryApplicationSet(
    applicationSet: ApplicationSetManifest,
  ): Promise<ArgoCdAnswer<ArgoCdApplicationSet>> {
    return this.#http.send({
      method: 'POST',
      path: '/applicationsets?dryRun=true',
      body: applicationSet,
      schema: applicationSetSchema,
    });
  }

  /** The Applications that an ApplicationSet gives now; makes nothing. */
  async generateApplications(
    applicationSet: ArgoCdApplicationSet,
  ): Promise<ArgoCdAnswer<ArgoCdApplication[]>> {
    const { metadata, spec } = applicationSet;
    const answer = await this.#http.send({
      method: 'POST',
      path: '/applicationsets/generate',
      body: { applicationSet: { metadata: { name: metadata.name }, spec } },
      schema: generatedSchema,
    });
    return answer.ok
      ? { ok: true, value: answer.value.applications ?? [] }
      : answer;
  }

  /** With the project, since without it a missing Application is forbidden, not absent. */
  async getApplication(
    name: string,
    project: string,
  ): Promise<ArgoCdAnswer<ArgoCdApplication>> {
    return this.#http.send({
      method: 'GET',
      path: `/applications/${enc(name)}?project=${enc(project)}`,
      schema: applicationSchema,
    });
  }

  /** An Application's sync, health, operation and conditions. */
  async getApplicationStatus(
    name: string,
    project: string,
  ): Promise<ArgoCdAnswer<ArgoCdApplication>> {
    const fields =
      'metadata.name,spec.project,spec.destination,status.sync,status.health,status.operationState.phase,status.operationState.message,status.conditions';
    return this.#http.send({
      method: 'GET',
      path: `/applications/${enc(name)}?project=${enc(
        project,
      )}&fields=${fields}`,
      schema: applicationSchema,
    });
  }

  /**
   * The Applications that the account may see; `name` narrows them to one. They
   * come whole: `fields` of a list knows neither revisions nor history nor
   * conditions (Argo CD 3.2, forwarder_overwrite.go).
   */
  async listApplications(
    options: { name?: string } = {},
  ): Promise<ArgoCdAnswer<ArgoCdApplicationList>> {
    const query =
      options.name === undefined ? '' : `?name=${enc(options.name)}`;
    const answer = await this.#http.send({
      method: 'GET',
      path: `/applications${query}`,
      schema: applicationListSchema,
    });
    if (!answer.ok) return answer;
    const { items, metadata } = answer.value;
    return {
      ok: true,
      value: {
        items: items ?? [],
        resourceVersion: metadata?.resourceVersion,
      },
    };
  }

  /**
   * Changes of Applications after `resourceVersion` as they happen, until
   * `signal` or the server ends it. The first message may take any time: a server
   * with nothing to say sends not even headers (grpc-gateway).
   */
  async *watchApplications(
    resourceVersion: string,
    signal: AbortSignal,
  ): AsyncGenerator<ArgoCdAnswer<ArgoCdApplicationEvent>> {
    const path = '/stream/applications';
    const query = new URLSearchParams({ resourceVersion });
    for await (const answer of this.#http.stream(
      `${path}?${query}`,
      applicationLineSchema,
      signal,
    )) {
      if (!answer.ok) yield answer;
      else if ('result' in answer.value) {
        yield { ok: true, value: answer.value.result };
      } else {
        const { error } = answer.value;
        const message = error.message ?? 'the stream ended with an error';
        const call = `GET /api/v1${path}`;
        yield {
          ok: false,
          failure: {
            kind: error.grpc_code === 16 ? 'unauthorized' : 'unreachable',
            call,
            message,
          },
        };
      }
    }
  }

  async createApplication(
    application: ApplicationManifest,
    options?: UpsertOptions,
  ): Promise<ArgoCdAnswer<ArgoCdApplication>> {
    return this.#http.send({
      method: 'POST',
      path: `/applications${upsertQuery(options)}`,
      body: application,
      schema: applicationSchema,
    });
  }

  /** Stores the credentials of a repository. They are not tried, and never answered. */
  async createRepository(
    repository: ArgoCdRepository,
    options?: UpsertOptions,
  ): Promise<ArgoCdAnswer<string>> {
    const answer = await this.#http.send({
      method: 'POST',
      path: `/repositories${upsertQuery(options)}`,
      body: { type: 'git', ...repository },
      schema: repositorySchema,
      secrets: [repository.password],
    });
    return answer.ok ? { ok: true, value: answer.value.repo } : answer;
  }
}
