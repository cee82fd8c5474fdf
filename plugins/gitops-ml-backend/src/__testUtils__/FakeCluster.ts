import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import express, { Request, Response, Router } from 'express';

/** An object of the cluster. */
export interface FakeObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace: string;
    uid?: string;
    resourceVersion?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: { kind: string; name: string; uid: string }[];
  };
  [key: string]: unknown;
}

const PLURALS: Record<string, string> = {
  rollouts: 'Rollout',
  replicasets: 'ReplicaSet',
  deployments: 'Deployment',
  analysisruns: 'AnalysisRun',
  configmaps: 'ConfigMap',
  applications: 'Application',
  events: 'Event',
};

/** A merge patch (RFC 7386). */
function merge(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    return patch;
  }
  const result: Record<string, unknown> =
    typeof target === 'object' && target !== null ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merge(result[key], value);
  }
  return result;
}

/** What the kubernetes plugin's proxy answers for one cluster, `demo`; the objects are in hand. */
export class FakeCluster {
  readonly objects = new Map<string, FakeObject>();
  /** Lists, watches, reads and patches so far. */
  readonly requests: string[] = [];
  readonly patches: { path: string; body: unknown }[] = [];
  /** The bearer tokens of requests, newest last. */
  readonly tokens: { request: string; token: string }[] = [];
  /** Paths that are refused, as by a cluster's own rights. */
  forbidden: RegExp | undefined;
  /** `down`: the proxy can't connect; `hangs`: it never answers. */
  fault: 'down' | 'hangs' | undefined;
  hasStatusSubresource = true;
  authProvider = 'serviceAccount';
  /** Called after a patch, as a controller would be. */
  onPatch: (object: FakeObject) => void = () => {};
  readonly #watches = new Set<{ kind: string; response: Response }>();
  #version = 100;

  /** Makes or replaces an object, and tells the watches. */
  put(object: FakeObject): FakeObject {
    const key = `${object.kind}/${object.metadata.namespace}/${object.metadata.name}`;
    const type = this.objects.has(key) ? 'MODIFIED' : 'ADDED';
    const stored: FakeObject = {
      ...object,
      metadata: {
        uid: `uid-${key}`,
        ...object.metadata,
        resourceVersion: String(++this.#version),
      },
    };
    this.objects.set(key, stored);
    for (const { kind, response } of this.#watches) {
      if (kind === object.kind) {
        response.write(`${JSON.stringify({ type, object: stored })}\n`);
      }
    }
    return stored;
  }

  get(kind: string, namespace: string, name: string): FakeObject {
    const object = this.objects.get(`${kind}/${namespace}/${name}`);
    if (!object) throw new Error(`no ${kind} ${namespace}/${name}`);
    return object;
  }

  /** Ends all watches, as a server that goes down does. */
  breakOff(): void {
    for (const { response } of this.#watches) response.destroy();
    this.#watches.clear();
  }

  count(pattern: RegExp): number {
    return this.requests.filter(one => pattern.test(one)).length;
  }

  /** The kubernetes plugin with this cluster behind its proxy. */
  plugin() {
    const router = this.#createRouter();
    return createBackendPlugin({
      pluginId: 'kubernetes',
      register(env) {
        env.registerInit({
          deps: { httpRouter: coreServices.httpRouter },
          async init({ httpRouter }) {
            httpRouter.use(router);
          },
        });
      },
    });
  }

  #createRouter(): Router {
    const router = Router();
    router.use(express.json({ type: 'application/merge-patch+json' }));
    router.get('/clusters', (_request, response) => {
      response.json({
        items: [{ name: 'demo', authProvider: this.authProvider }],
      });
    });
    router.use('/proxy', (request, response) =>
      this.#answer(request, response),
    );
    return router;
  }

  #answer(request: Request, response: Response): void {
    const what = `${request.method} ${request.url}`;
    this.requests.push(what);
    this.tokens.push({
      request: what,
      token: request.header('authorization')?.replace('Bearer ', '') ?? '',
    });
    switch (this.fault) {
      case 'hangs':
        return;
      case 'down':
        response.status(500).json({
          error: { name: 'Error', cause: { code: 'ECONNREFUSED' } },
        });
        return;
      default:
        this.#answerWell(request, response, what);
    }
  }

  #answerWell(request: Request, response: Response, what: string): void {
    if (request.header('backstage-kubernetes-cluster') !== 'demo') {
      response.status(404).json({ error: { name: 'NotFoundError' } });
      return;
    }
    const match =
      /^\/apis?\/.+?\/(?:namespaces\/([^/]+)\/)?([a-z]+)(?:\/([^/]+))?(?:\/(status))?$/.exec(
        request.path,
      );
    const kind = match && PLURALS[match[2]];
    if (!match || !kind) {
      response.status(404).send('404 page not found');
      return;
    }
    if (this.forbidden?.test(what)) {
      this.#refuse(response, 403, 'Forbidden');
      return;
    }
    const [, namespace, , name] = match;
    if (name) this.#answerOne(request, response, { kind, namespace, name });
    else if (request.query.watch) this.#answerWatch(response, kind);
    else this.#answerList(response, kind, namespace);
  }

  #answerList(
    response: Response,
    kind: string,
    namespace: string | undefined,
  ): void {
    response.json({
      kind: `${kind}List`,
      metadata: { resourceVersion: String(this.#version) },
      items: [...this.objects.values()].filter(
        one =>
          one.kind === kind &&
          (namespace === undefined || one.metadata.namespace === namespace),
      ),
    });
  }

  #answerWatch(response: Response, kind: string): void {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    const watch = { kind, response };
    this.#watches.add(watch);
    response.on('close', () => this.#watches.delete(watch));
  }

  #answerOne(
    request: Request,
    response: Response,
    { kind, namespace, name }: Record<'kind' | 'namespace' | 'name', string>,
  ): void {
    const object = this.objects.get(`${kind}/${namespace}/${name}`);
    const isSubresource = request.path.endsWith('/status');
    if (!object || (isSubresource && !this.hasStatusSubresource)) {
      this.#refuse(response, 404, 'NotFound');
      return;
    }
    if (request.method !== 'PATCH') {
      response.json(object);
      return;
    }
    const { metadata, ...body } = request.body;
    this.patches.push({ path: request.path, body });
    const isStale =
      metadata !== undefined &&
      metadata.resourceVersion !== object.metadata.resourceVersion;
    if (isStale) {
      this.#refuse(response, 409, 'Conflict');
      return;
    }
    const patched = this.put({ ...object, ...Object(merge(object, body)) });
    response.json(patched);
    this.onPatch(patched);
  }

  #refuse(response: Response, code: number, reason: string): void {
    response.status(code).json({
      kind: 'Status',
      status: 'Failure',
      reason,
      code,
      message: reason,
    });
  }
}
